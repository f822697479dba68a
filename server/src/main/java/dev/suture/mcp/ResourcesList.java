package dev.suture.mcp;

import java.util.List;
import java.util.Optional;

/// Lists what can be read without a template: the way of a hotfix. Failures are found with a tool.
final class ResourcesList implements Method {
  @Override
  public String name() {
    return "resources/list";
  }

  @Override
  public Optional<Freshness> freshness() {
    return Optional.of(Freshness.LISTS);
  }

  @Override
  public Object answer(Call call) {
    return new Result(
        List.of(
            new Resource(
                ResourcesRead.RUNBOOK,
                "runbook",
                "How a hotfix goes",
                "The steps from a failure to a fix on every line",
                "text/markdown")));
  }

  record Result(List<Resource> resources) {}

  record Resource(String uri, String name, String title, String description, String mimeType) {}
}
