package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What elements and components are given where they are used: `<Card item={item} />`, and
/// `<my-card .item=${item}>` in a text marked `html`.
final class Elements {
  private final Tracer tracer;
  private final Wrapped wrapped;

  Elements(Tracer tracer) {
    this.tracer = tracer;
    this.wrapped = new Wrapped(tracer);
  }

  /// @return false when no template gives the element's class that property
  boolean given(Node type, String name, List<Step> path) {
    String tag = tag(type);
    if (tag == null) {
      return false;
    }
    Pattern before =
        Pattern.compile(
            "(?s).*<" + Pattern.quote(tag) + "\\b[^<]*[\\s.?]" + Pattern.quote(name) + "=[\"']?$");
    boolean any = false;
    for (Unit unit : tracer.program.mentioning("<" + tag)) {
      for (Node template : unit.root().all("template_string").toList()) {
        StringBuilder text = new StringBuilder();
        int end = template.from();
        for (Node each : template.children()) {
          if (each.is("template_substitution")) {
            int from = each.from() - template.from();
            text.append(template.text(), Math.min(end - template.from(), from), from);
            end = each.to();
            if (before.matcher(text).matches()) {
              any = true;
              tracer.trace(each.first(), path, null);
            }
            text.append("_");
          }
        }
      }
    }
    return any;
  }

  /// `<For each={list}>{(element) => ...}</For>`, `<Show when={value}>{(value) => ...}</Show>`,
  /// `<Await resolve={promise}>{(value) => ...}</Await>`.
  boolean repeated(Node element, List<Step> path) {
    Node open = element.first();
    String tag = open == null ? "" : Program.named(open);
    String wanted =
        switch (tag) {
          case "For", "Index", "Each" -> "each";
          case "Show", "Match" -> "when";
          case "Await" -> "resolve";
          default -> "";
        };
    if (open == null || wanted.isEmpty()) {
      return false;
    }
    boolean any = false;
    for (Node each : open.children()) {
      Node key = each.is("jsx_attribute") ? each.first() : null;
      if (key != null && key.text().equals(wanted) && each.children().size() > 1) {
        any = true;
        Node value = each.children().get(1);
        tracer.trace(
            value.is("jsx_expression") ? value.first() : value,
            wanted.equals("each") ? plus(Step.EACH, path) : path,
            null);
      }
    }
    return any;
  }

  /// What a component written as a class is given, by who renders it.
  ///
  /// @param inside of the class
  boolean properties(Node inside, List<Step> path) {
    Node type = inside.within(each -> each.is("class_declaration", "class"));
    String name = type == null ? "" : Program.named(type);
    boolean any = false;
    if (type != null && name.matches("[A-Z]\\w*")) {
      for (Unit unit : tracer.program.mentioning(name)) {
        any |= properties(unit, name, path);
      }
    }
    return any;
  }

  /// What a component of a name is given, by who renders it or puts it into another.
  boolean properties(Unit unit, String name, List<Step> path) {
    return used(unit, name, path) | wrapped.given(unit, name, path);
  }

  /// `<Name key={value} {...others} />`.
  private boolean used(Unit unit, String name, List<Step> path) {
    if (path.isEmpty() || !(path.getFirst() instanceof Step.Key(String wanted))) {
      return false;
    }
    boolean any = false;
    for (Node tag : unit.root().all("jsx_opening_element", "jsx_self_closing_element").toList()) {
      Node named = tag.child("name");
      if (named == null || !named.text().replaceFirst("^.*\\.", "").equals(name)) {
        continue;
      }
      for (Node each : tag.children()) {
        Node first = each.first();
        if (each.is("jsx_attribute") && first != null && first.text().equals(wanted)) {
          any = true;
          Node value = each.children().size() < 2 ? null : each.children().get(1);
          tracer.trace(
              value != null && value.is("jsx_expression") ? value.first() : value,
              rest(path),
              null);
        } else if (each.is("jsx_expression") && first != null && first.is("spread_element")) {
          any = true;
          tracer.trace(first.first(), path, null);
        }
      }
    }
    return any;
  }

  /// The name by which a class is put into a page.
  private @Nullable String tag(Node type) {
    Unit unit = tracer.program.unitOf(type);
    String name = Program.named(type);
    for (Node call : unit.calls()) {
      Node callee = call.child("function");
      Node arguments = call.child("arguments");
      Node first = Calls.first(call);
      if (callee == null || arguments == null || first == null || !first.is("string")) {
        continue;
      }
      boolean defines =
          callee.text().matches("(?:window\\.)?customElements\\.define")
              && arguments.children().size() > 1
              && arguments.children().get(1).text().equals(name);
      Node decorator = call.parent();
      boolean decorates =
          callee.text().equals("customElement")
              && decorator != null
              && decorator.is("decorator")
              && (type.holds(decorator)
                  || (decorator.parent() != null && decorator.parent() == type.parent()));
      if (defines || decorates) {
        return Patterns.unquoted(first);
      }
    }
    return null;
  }
}
