package dev.suture.mcp;

import java.util.List;
import java.util.Optional;

/// Lists the prompts.
final class PromptsList implements Method {
  @Override
  public String name() {
    return "prompts/list";
  }

  @Override
  public Optional<Freshness> freshness() {
    return Optional.of(Freshness.LISTS);
  }

  @Override
  public Object answer(Call call) {
    return new Result(PromptsGet.PROMPTS);
  }

  record Result(List<Prompt> prompts) {}

  record Prompt(String name, String title, String description, List<Argument> arguments) {}

  record Argument(String name, String description, boolean required) {}
}
