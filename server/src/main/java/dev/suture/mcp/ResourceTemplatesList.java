package dev.suture.mcp;

import java.util.List;
import java.util.Optional;

/// Lists what can be read by id.
final class ResourceTemplatesList implements Method {
  @Override
  public String name() {
    return "resources/templates/list";
  }

  @Override
  public Optional<Freshness> freshness() {
    return Optional.of(Freshness.LISTS);
  }

  @Override
  public Object answer(Call call) {
    return new Result(
        List.of(
            new Template(
                ResourcesRead.FAILURE + "{id}",
                "failure",
                "Failure bundle",
                "All that is needed to scope the fix of an issue",
                "text/markdown"),
            new Template(
                ResourcesRead.FAILURE + "{id}/{kind}/{+ref}",
                "evidence",
                "Piece of evidence",
                "One exchange, console, actions, replay, screenshot or source file; bundles list"
                    + " them",
                "text/markdown"),
            new Template(
                ResourcesRead.HOTFIX + "{id}",
                "hotfix",
                "Hotfix",
                "Where it branches from and which lines have it, as last seen",
                "text/markdown")));
  }

  record Result(List<Template> resourceTemplates) {}

  record Template(
      String uriTemplate, String name, String title, String description, String mimeType) {}
}
