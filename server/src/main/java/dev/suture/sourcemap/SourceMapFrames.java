package dev.suture.sourcemap;

import dev.suture.event.ArtifactStore;
import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.FrameMapper;
import dev.suture.event.Thrown;
import dev.suture.json.OnDemand;
import dev.suture.sourcemap.SourceMap.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Maps the frames of built scripts through the source maps that were uploaded for the event's own
/// project: by the debug id of the built file, else by the event's release and the file's path.
///
/// Each frame stands for itself: one that cannot be mapped says why and leaves the others alone.
public final class SourceMapFrames implements FrameMapper {
  private static final Set<String> PLATFORMS = Set.of("javascript", "node");

  private final ArtifactStore artifacts;
  private final MapCache cache = new MapCache();

  public SourceMapFrames(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  @Override
  public Event map(Event event) {
    if (!PLATFORMS.contains(event.platform().toLowerCase(Locale.ROOT))) {
      return event;
    }
    EventMaps maps = new EventMaps(event, artifacts, cache);
    List<Thrown> mapped = new ArrayList<>();
    for (Thrown thrown : event.thrown()) {
      mapped.add(thrown.withFrames(map(thrown.frames(), maps::of)));
    }
    return event.withThrown(mapped);
  }

  static List<Frame> map(List<Frame> stack, Function<String, EventMaps.Lookup> maps) {
    return OnDemand.of(
        stack.size(),
        place ->
            map(stack.get(place), place + 1 < stack.size() ? stack.get(place + 1) : null, maps));
  }

  private static Frame map(
      Frame frame, @Nullable Frame caller, Function<String, EventMaps.Lookup> maps) {
    if (frame.built() != null || !isBuiltScript(frame.file())) {
      return frame;
    }
    if (frame.line() < 1 || frame.column() < 1) {
      return frame.withUnmapped("The browser reported no line and column.");
    }
    return switch (maps.apply(frame.file())) {
      case EventMaps.Found(OpenMap map) ->
          map.map()
              .at(frame.line() - 1, frame.column() - 1)
              .map(position -> mapped(frame, caller, map, position))
              .orElseGet(
                  () -> frame.withUnmapped("The source map has no entry for this position."));
      case EventMaps.Missing(String reason) -> frame.withUnmapped(reason);
    };
  }

  private static Frame mapped(Frame frame, @Nullable Frame caller, OpenMap map, Position position) {
    String raw = position.path();
    if (raw == null) {
      return frame.withUnmapped("The source map names no source for this position.");
    }
    String path = SourcePath.clean(raw);
    Surroundings around = map.around(position);
    boolean inApp = !map.map().isIgnored(position.source()) && !SourcePath.isLibrary(path);
    return new Frame(
        around.function().or(() -> calledName(frame, caller, map)).orElse(frame.function()),
        path,
        position.line() + 1,
        position.column() + 1,
        inApp,
        null,
        around.code(),
        new Frame.Built(frame.file(), frame.function(), frame.line(), frame.column()),
        null);
  }

  /// What the caller calls the function, at its own position in the same built file: where the
  /// source around the position does not tell. The last resort is the browser's name.
  private static Optional<String> calledName(Frame frame, @Nullable Frame caller, OpenMap map) {
    if (caller == null || !caller.file().equals(frame.file())) {
      return Optional.empty();
    }
    return map.map().at(caller.line() - 1, caller.column() - 1).map(Position::name);
  }

  /// Whether a frame lies in a file that a build makes: a script, or the page itself with a script
  /// in it. Sources as a development server hands them out are shown as they are.
  private static boolean isBuiltScript(String file) {
    String path = SourcePath.ofBuilt(file);
    return path.endsWith(".js") || path.endsWith(".mjs") || path.endsWith(".cjs");
  }
}
