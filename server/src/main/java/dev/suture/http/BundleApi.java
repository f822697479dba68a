package dev.suture.http;

import dev.suture.cause.Bundle;
import dev.suture.cause.BundleMarkdown;
import dev.suture.cause.BundleText;
import java.io.IOException;
import java.util.List;

/// The failure bundle of an issue or of one capture, as JSON or as Markdown.
final class BundleApi {
  private final Api.Rooms rooms;

  BundleApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/issues/{id}/bundle", this::ofIssue),
        Api.operator("GET", "/captures/{id}/bundle", this::ofCapture));
  }

  private Answer ofIssue(Call call) throws IOException {
    return render(
        call,
        rooms
            .bundles()
            .ofIssue(call.param("id"))
            .orElseThrow(() -> Refusal.notFound("There is no issue with this id.")));
  }

  private Answer ofCapture(Call call) throws IOException {
    return render(
        call,
        rooms
            .bundles()
            .ofCapture(call.param("id"))
            .orElseThrow(() -> Refusal.notFound("There is no capture with this id.")));
  }

  private static Answer render(Call call, Bundle bundle) {
    String format =
        call.query("format")
            .orElse(
                call.header("Accept").orElse("").contains("text/markdown") ? "markdown" : "json");
    return switch (format) {
      case "markdown" ->
          Answer.text(200, "text/markdown", BundleMarkdown.render(bundle, tokens(call)))
              .with("X-Content-Type-Options", "nosniff");
      case "json" -> Answer.json(200, bundle);
      default -> throw Refusal.invalid("format is json or markdown.", null);
    };
  }

  /// How long the Markdown may be: `tokens`, or `full=true` for the long form.
  private static int tokens(Call call) {
    boolean full = call.query("full").filter("true"::equals).isPresent();
    String asked = call.query("tokens").orElse(null);
    if (asked == null) {
      return full ? BundleText.FULL : BundleText.TOKENS;
    }
    int tokens = asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 0;
    if (tokens < BundleText.LEAST || tokens > BundleText.MOST) {
      throw Refusal.invalid(
          "tokens is a number from " + BundleText.LEAST + " to " + BundleText.MOST + ".", null);
    }
    return tokens;
  }
}
