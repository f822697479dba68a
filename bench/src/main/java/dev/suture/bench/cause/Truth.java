package dev.suture.bench.cause;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.suture.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is true of one seeded fault.
///
/// @param kind class of the fault
/// @param abstain whether no exchange is its cause
/// @param exchange that held the bad value; null when abstaining is right
/// @param field of its body that should have been another
/// @param fixes what a right fix changes, more than one where more than one is right
/// @param fixedOn the lines that have the fix already
/// @param commit that brought the fault in
/// @param error as the page threw it
record Truth(
    @JsonProperty("case") String name,
    String title,
    @JsonProperty("class") String kind,
    boolean abstain,
    @Nullable Exchange exchange,
    @Nullable String field,
    @Nullable Action action,
    List<Fix> fixes,
    List<String> fixedOn,
    Build before,
    Build live,
    String commit,
    String eventId,
    String error,
    List<SourceMap> maps) {
  static final String UNSEEN = "unseen";
  static final List<String> GROUPS = List.of("tuned", "once held out", UNSEEN);

  /// @param id of the exchange in the capture
  /// @param found what stands at the field
  record Exchange(String id, String method, String path, @Nullable String found) {}

  /// @param index among the actions of the capture
  record Action(String kind, @Nullable String name, int index) {}

  record Fix(String file) {}

  record Build(String commit, String release) {}

  record SourceMap(String url, String file) {}

  /// An application with its cases.
  ///
  /// @param heldout whether nobody looked at its wrong cases at first
  /// @param opened whether somebody has looked at them since; null for yes
  record App(String app, boolean heldout, @Nullable Boolean opened, List<Truth> cases) {
    /// Which of the bench's groups it counts in.
    String group() {
      return Boolean.FALSE.equals(opened) ? UNSEEN : heldout ? "once held out" : "tuned";
    }
  }

  /// All applications under a folder of captures.
  static List<App> read(Path captures) throws IOException {
    List<App> apps = new ArrayList<>();
    try (Stream<Path> folders = Files.list(captures)) {
      for (Path folder : folders.sorted().toList()) {
        Path file = folder.resolve("truth.json");
        if (Files.exists(file)) {
          apps.add(Json.MAPPER.readValue(Files.readAllBytes(file), App.class));
        }
      }
    }
    return apps;
  }

  /// Whether a path in the exchange's body is the field. Of a list without elements, the list and
  /// the element that was read of it are one.
  boolean isField(@Nullable String path) {
    if (field == null || path == null) {
      return false;
    }
    return path.equals(field)
        || (kind.matches("200-empty-list|pagination-end|race")
            && (path.equals(field + "[0]") || field.equals(path + "[0]")));
  }

  boolean isFix(@Nullable String file) {
    return file != null && fixes.stream().anyMatch(fix -> fix.file().equals(file));
  }
}
