package dev.suture.http;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.FrameMapper;
import dev.suture.event.Level;
import dev.suture.event.Thrown;
import dev.suture.project.Project;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Maps one position as the digest would map it in an event, so that a build can be tried before
/// anything fails in it.
public final class ArtifactCheckApi {
  /// A frame needs a file; where a debug id decides, its name does not.
  private static final String ANY_FILE = "/built.js";

  private final Api.Rooms rooms;
  private final FrameMapper mapper;
  private final InstantSource clock;

  private ArtifactCheckApi(Api.Rooms rooms, FrameMapper mapper, InstantSource clock) {
    this.rooms = rooms;
    this.mapper = mapper;
    this.clock = clock;
  }

  public static List<Route> routes(Api.Rooms rooms, FrameMapper mapper, InstantSource clock) {
    ArtifactCheckApi api = new ArtifactCheckApi(rooms, mapper, clock);
    return List.of(Api.operator("GET", "/projects/{slug}/artifacts/check", api::check));
  }

  private Answer check(Call call) {
    Project project = rooms.project(call.param("slug"));
    String debugId = call.query("debugId").map(ArtifactApi::debugId).orElse(null);
    String release = call.query("release").orElse(null);
    String file =
        call.query("url").map(ArtifactApi::address).map(url -> url.substring(1)).orElse(ANY_FILE);
    if (debugId == null && (release == null || file.equals(ANY_FILE))) {
      throw Refusal.invalid(
          "A source map is found by its debug id, or by release and URL of the built file.",
          "Add ?debugId=<uuid>, or ?release=<name>&url=~/assets/app.js, and &line= and &column=.");
    }
    Frame asked =
        new Frame(
            "", file, number(call, "line"), number(call, "column"), true, null, null, null, null);
    Frame mapped =
        mapper
            .map(event(project.id(), release, debugId, asked))
            .thrown()
            .getFirst()
            .frames()
            .getFirst();
    return Answer.json(
        200,
        mapped.built() == null && mapped.unmapped() == null
            ? mapped.withUnmapped("Only files that end in .js, .mjs or .cjs are mapped.")
            : mapped);
  }

  private static int number(Call call, String name) {
    Optional<String> text = call.query(name);
    if (text.isEmpty() || !text.get().matches("[1-9][0-9]{0,8}")) {
      throw Refusal.invalid(
          name + " is a number from 1 on, as browsers report it.", "Add &" + name + "=1.");
    }
    return Integer.parseInt(text.get());
  }

  private Event event(
      long project, @Nullable String release, @Nullable String debugId, Frame asked) {
    Instant now = clock.instant();
    return new Event(
        "0".repeat(32),
        project,
        now,
        now,
        Level.error,
        "javascript",
        release,
        null,
        null,
        null,
        List.of(new Thrown("", "", true, null, List.of(asked))),
        null,
        null,
        Collections.emptySortedMap(),
        List.of(),
        debugId == null ? List.of() : List.of(new Event.DebugFile(asked.file(), debugId)),
        new Event.Sdk("", ""),
        null,
        Event.Details.NONE);
  }
}
