package dev.suture.cause.flow;

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
    return axios ? Origin.Style.data : Origin.Style.any;
  }

  private static String text(@Nullable Node node) {
    return node == null ? "" : node.text();
  }
}
