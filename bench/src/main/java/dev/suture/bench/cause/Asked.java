package dev.suture.bench.cause;

import dev.suture.cause.Briefing;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the server said of a case: the cause, and the bundle with its length and how long it took.
///
/// @param topFrame file of the application's topmost frame in its repository
/// @param said the cause, as far as it is told
/// @param tokens of the bundle's Markdown, by the measure that cuts it
/// @param millis each of some calls after the first
/// @param saysCause whether the true exchange, and the field where there is one, stand within the
///   first thousand tokens
record Asked(
    @Nullable String topFrame, Answer said, int tokens, List<Double> millis, boolean saysCause) {
  private static final int CALLS = 5;
  private static final int FIRST_TOKENS = 1_000;

  static Asked about(World world, String issue, Truth truth) throws Exception {
    String path = "/issues/" + issue + "/bundle";
    JsonNode bundle = world.get(path);
    String markdown = world.text(path + "?format=markdown");
    double[] millis = new double[CALLS];
    for (int call = 0; call < CALLS; call++) {
      long started = System.nanoTime();
      world.get(path);
      millis[call] = (System.nanoTime() - started) / 1e6;
    }
    return new Asked(
        topFrame(bundle),
        said(world.get("/issues/" + issue + "/cause")),
        Briefing.tokens(markdown),
        Arrays.stream(millis).boxed().toList(),
        says(first(markdown), truth));
  }

  private static Answer said(JsonNode cause) {
    JsonNode action = cause.path("action").path("index");
    return new Answer(
        text(cause.path("exchange").path("id")),
        text(cause.path("exchange").path("field")),
        action.isInt() ? (Integer) action.asInt() : null,
        text(cause.path("file")),
        text(cause.path("commits").path(0).path("commit")),
        cause.path("confident").asBoolean(),
        cause.path("fixedOn").valueStream().map(each -> each.path("line").asString()).toList());
  }

  private static @Nullable String text(JsonNode value) {
    return value.isString() ? value.asString() : null;
  }

  private static @Nullable String topFrame(JsonNode bundle) {
    for (JsonNode frame : bundle.path("frames")) {
      if (frame.path("path").isString()) {
        return frame.path("path").asString();
      }
    }
    return null;
  }

  private static String first(String markdown) {
    int length = markdown.length();
    while (Briefing.tokens(markdown.substring(0, length)) > FIRST_TOKENS) {
      length -= 8;
    }
    return markdown.substring(0, length);
  }

  private static boolean says(String text, Truth truth) {
    Truth.Exchange exchange = truth.exchange();
    if (exchange == null) {
      return true;
    }
    String field = truth.field();
    return text.contains(exchange.path())
        && (field == null || text.contains(field.replaceFirst("\\[0]$", "").substring(1)));
  }
}
