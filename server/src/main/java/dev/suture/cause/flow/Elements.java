package dev.suture.cause.flow;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Properties that elements of the program's own are given in templates: `<my-card .item=${item}>`
/// in a text marked `html`.
final class Elements {
  private final Tracer tracer;

  Elements(Tracer tracer) {
    this.tracer = tracer;
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
