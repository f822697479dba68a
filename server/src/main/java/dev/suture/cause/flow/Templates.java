package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Names in templates of Vue and Svelte, and what a component is given where it is used.
final class Templates {
  private final Tracer tracer;

  Templates(Tracer tracer) {
    this.tracer = tracer;
  }

  static boolean hasTemplate(String path) {
    return path.endsWith(".vue") || path.endsWith(".svelte");
  }

  /// `v-for="(item, at) in items"` and `{#each items as item}` name elements for all that stands
  /// below them.
  boolean loop(Node use, List<Step> path, @Nullable Context context) {
    if (!hasTemplate(use.path())) {
      return false;
    }
    List<Node> loops =
        use.root()
            .all("binary_expression", "for_in_statement", "as_expression")
            .filter(each -> each.from() <= use.from() && names(each, use.text()))
            .toList();
    if (loops.isEmpty()) {
      return false;
    }
    Node loop = loops.getLast();
    boolean as = loop.is("as_expression");
    Node list = as ? loop.first() : loop.child("right");
    Node named = as ? loop.children().getLast() : loop.child("left");
    boolean taken = named != null && named.text().strip().matches("(?s)\\(?\\s*\\{.*");
    int place = named == null ? -1 : place(named, use.text());
    List<Step> whole =
        taken
            ? plus(new Step.Key(use.text()), path)
            : place >= 0 ? plus(new Step.Index(place), path) : path;
    tracer.trace(list, plus(Step.EACH, whole), context);
    return true;
  }

  /// Where a name stands in `[key, value]`; negative where it does not.
  private static int place(Node named, String name) {
    Node list =
        named.is("array", "array_pattern")
            ? named
            : named.all("array", "array_pattern").findFirst().orElse(null);
    if (list == null || !named.text().strip().matches("(?s)\\(?\\s*\\[.*")) {
      return -1;
    }
    for (int at = 0; at < list.children().size(); at++) {
      if (list.children().get(at).text().equals(name)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean names(Node loop, String name) {
    if (loop.is("as_expression")) {
      Node type = loop.children().getLast();
      return loop.path().endsWith(".svelte")
          && type != loop.first()
          && type.all("type_identifier", "property_identifier", "shorthand_property_identifier")
              .anyMatch(each -> each.text().equals(name));
    }
    Node left = loop.child("left");
    if (left == null || !loop.operator().matches("in|of")) {
      return false;
    }
    boolean taken = left.text().strip().matches("(?s)\\(?\\s*[{\\[].*");
    return left.all(
            "identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern")
        .limit(taken ? 20 : 1)
        .anyMatch(each -> each.text().equals(name));
  }

  /// What the `load` beside a page gives it: `+page.svelte` and `+page.ts` of SvelteKit.
  private boolean loaded(String name, Node near, List<Step> path) {
    int slash = near.path().lastIndexOf('/') + 1;
    String file = near.path().substring(slash);
    boolean any = false;
    if (!file.matches("\\+(?:page|layout)\\.svelte")) {
      return false;
    }
    String beside = near.path().substring(0, near.path().length() - "svelte".length());
    for (Unit unit : tracer.program.mentioning(name.equals("form") ? "actions" : "load")) {
      if (!unit.path().startsWith(beside)) {
        continue;
      }
      for (Node each : unit.holding(name.equals("form") ? "default" : "load")) {
        Node function = each.isFunction() ? each : Functions.inside(each.child("value"));
        if (function != null && function.isFunction()) {
          any = true;
          tracer.returns(function, path, null);
        }
      }
    }
    return any;
  }

  /// What a component of a file of its own is given under a name by those that use it.
  boolean given(String name, Node near, List<Step> path) {
    if (!hasTemplate(near.path())) {
      return false;
    }
    if (name.matches("data|form") && loaded(name, near, path)) {
      return true;
    }
    String file =
        near.path().substring(near.path().lastIndexOf('/') + 1).replaceFirst("\\..*$", "");
    String component = file.substring(0, 1).toUpperCase(Locale.ROOT) + file.substring(1);
    boolean any = false;
    for (Unit unit : tracer.program.mentioning(component)) {
      any |= tracer.names().elements().properties(unit, component, plus(new Step.Key(name), path));
    }
    return any;
  }
}
