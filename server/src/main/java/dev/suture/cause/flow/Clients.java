package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a client of HTTP gives an answer: with its body under `data`, or as the body itself.
final class Clients {
  private final Tracer tracer;

  Clients(Tracer tracer) {
    this.tracer = tracer;
  }

  /// Whether a name stands for a client that a library made: `ky.create({ prefixUrl })`.
  boolean isMade(Node name) {
    Node made = name.is("identifier") ? tracer.names().meant(name) : null;
    return made != null
        && made.is("call_expression")
        && text(made.child("function"))
            .matches(
                "(?s)(?:\\w*(?:axios|ky|got|fetch|http|client|request|api)\\w*)\\.(?:create|extend|defaults)"
                    + "|wretch|createFetch|applyCaseMiddleware|setupCache|rateLimit")
        && tracer.calls().target(made, null) == null;
  }

  Origin.Style style(Node receiver) {
    if (tracer.program.unitOf(receiver).mentions("@angular/common/http")) {
      return Origin.Style.body;
    }
    Node made = receiver.is("identifier") ? tracer.names().meant(receiver) : null;
    boolean axios =
        made != null && made.is("call_expression") && text(made).matches("(?s)axios\\.create\\b.*")
            || receiver.text().equals("axios") && made == null;
    if (!axios) {
      return Origin.Style.any;
    }
    Node where = made == null ? receiver : made;
    return unwraps(tracer.program.unitOf(where)) ? Origin.Style.body : Origin.Style.data;
  }

  private static final Pattern UNWRAPPED =
      Pattern.compile("(?s)(?:=>\\s*|return\\s+)\\(?[\\w$]+\\??\\.data((?:\\??\\.[\\w$]+)*)");

  /// Where in the body the value is that an interceptor hands on: `response.data.result`.
  List<Step> inside(Node receiver) {
    Node made = receiver.is("identifier") ? tracer.names().meant(receiver) : null;
    List<Step> steps = new ArrayList<>();
    for (Node call : tracer.program.unitOf(made == null ? receiver : made).calls()) {
      Node first = Calls.first(call);
      Matcher unwrapped = UNWRAPPED.matcher(text(first));
      if (text(call.child("function")).endsWith("interceptors.response.use") && unwrapped.find()) {
        for (String name : unwrapped.group(1).split("\\??\\.")) {
          if (!name.isEmpty()) {
            steps.add(new Step.Key(name));
          }
        }
        return steps;
      }
    }
    return steps;
  }

  /// `client.interceptors.response.use((response) => response.data)`.
  private static boolean unwraps(Unit unit) {
    return unit.calls().stream()
        .filter(each -> text(each.child("function")).endsWith("interceptors.response.use"))
        .map(Calls::first)
        .filter(each -> each != null)
        .anyMatch(
            each -> each.text().matches("(?s).*(?:=>\\s*|return\\s+)\\(?[\\w$]+\\.data\\b.*"));
  }

  private static String text(@Nullable Node node) {
    return node == null ? "" : node.text();
  }
}
