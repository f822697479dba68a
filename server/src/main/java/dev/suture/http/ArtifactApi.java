package dev.suture.http;

import dev.suture.event.Artifact;
import dev.suture.event.SourceMapCompiler;
import dev.suture.io.TooLarge;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Source maps, uploaded by a build.
final class ArtifactApi {
  private static final long MOST_BYTES = 100L << 20;
  private static final int MOST_TEXT = 2000;
  private static final Pattern DEBUG_ID =
      Pattern.compile("([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})");
  private static final Pattern ADDRESS = Pattern.compile("(?:~|https?://[^/?#]+)(/[^?#]*).*");

  private final Api.Rooms rooms;
  private final InstantSource clock;

  ArtifactApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/artifacts", this::list),
        Api.operator("PUT", "/projects/{slug}/artifacts", this::put),
        Api.operator("DELETE", "/projects/{slug}/artifacts", this::remove));
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, new Artifacts(rooms.artifacts().all(project.id())));
  }

  private Answer remove(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    String debugId = call.query("debugId").map(ArtifactApi::debugId).orElse(null);
    String release = call.query("release").orElse(null);
    String url = call.query("url").map(ArtifactApi::address).orElse(null);
    if (debugId == null && (release == null || url == null)) {
      throw Refusal.invalid(
          "Say which one: by its debug id, or by release and URL.",
          "Add ?debugId=<uuid>, or ?release=<name>&url=~/assets/app.js.");
    }
    Artifact one = new Artifact(project.id(), debugId, release, url, 0, clock.instant(), "");
    if (!rooms.artifacts().remove(one)) {
      throw Refusal.notFound("The project has no such source map.");
    }
    return Answer.empty(204);
  }

  private Answer put(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    String debugId = call.query("debugId").map(ArtifactApi::debugId).orElse(null);
    String release = call.query("release").orElse(null);
    String url = call.query("url").map(ArtifactApi::address).orElse(null);
    if (debugId == null && (release == null || url == null)) {
      throw Refusal.invalid(
          "A source map is found by its debug id, or by release and URL of the built file.",
          "Add ?debugId=<uuid>, or ?release=<name>&url=~/assets/app.js.");
    }
    if (release != null && (release.isBlank() || release.length() > 200)) {
      throw Refusal.invalid("A release is 1 to 200 characters.", null);
    }
    rooms
        .artifacts()
        .put(
            new Artifact(project.id(), debugId, release, url, 0, clock.instant(), ""),
            compiled(body(call)));
    return Answer.json(201, stored(project, debugId, release, url));
  }

  private SourceMapCompiler.CompiledMap compiled(byte[] map) {
    try {
      return rooms.sourceMaps().compile(map);
    } catch (SourceMapCompiler.NotASourceMap wrong) {
      throw Refusal.invalid(
          "The body is not a source map: " + wrong.getMessage(),
          "Send the .map file of the build as the request's body.");
    }
  }

  private Artifact stored(
      Project project, @Nullable String debugId, @Nullable String release, @Nullable String url) {
    Optional<Artifact> found =
        debugId == null && release != null && url != null
            ? rooms.artifacts().byRelease(project.id(), release, url.substring(1))
            : rooms.artifacts().byDebugId(project.id(), Objects.requireNonNull(debugId));
    return found.orElseThrow(() -> new IllegalStateException("an artifact was not kept"));
  }

  private static byte[] body(Call call) throws IOException {
    try {
      return call.bytes(MOST_BYTES);
    } catch (TooLarge large) {
      throw new Refusal(
          413,
          "tooLarge",
          "A source map may be 100 MiB after decoding.",
          "Split the bundle, or leave sourcesContent out of the map.");
    }
  }

  static String debugId(String text) {
    Matcher match = DEBUG_ID.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      throw Refusal.invalid(
          "A debug id is a UUID.", "Send the id that the build put into the map.");
    }
    return match.replaceFirst("$1-$2-$3-$4-$5");
  }

  static String address(String text) {
    Matcher match = ADDRESS.matcher(text);
    if (text.length() > MOST_TEXT || !match.matches()) {
      throw Refusal.invalid(
          "The URL is that of the built file.", "Send ~/assets/app.js, or an http(s) address.");
    }
    return "~" + match.group(1);
  }

  record Artifacts(List<Artifact> artifacts) {}
}
