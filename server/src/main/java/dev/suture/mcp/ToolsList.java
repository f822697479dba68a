package dev.suture.mcp;

import java.util.List;
import java.util.Optional;

/// Lists the tools, always in the same order.
final class ToolsList implements Method {
  private final Result result;

  ToolsList(List<Tool> tools) {
    this.result = new Result(tools.stream().map(Tool::definition).toList());
  }

  @Override
  public String name() {
    return "tools/list";
  }

  @Override
  public Optional<Freshness> freshness() {
    return Optional.of(Freshness.LISTS);
  }

  @Override
  public Object answer(Call call) {
    return result;
  }

  record Result(List<Tool.Definition> tools) {}
}
