package dev.suture.app;

import dev.suture.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder that a browser loads the extension from.
final class UnpackedExtension {
  private UnpackedExtension() {}

  /// The extension as it was built; empty when it was not.
  static Optional<Path> built(Path home) {
    Path built = home.resolve("web/extension/.output/chrome-mv3");
    return Files.isRegularFile(built.resolve("manifest.json"))
        ? Optional.of(built)
        : Optional.empty();
  }

  /// A copy in the data folder that knows where to report to; null when none was built.
  static @Nullable Path withDsn(Path home, Path data, String dsn) throws IOException {
    Optional<Path> built = built(home);
    if (built.isEmpty()) {
      return null;
    }
    Path copy = data.resolve("extension");
    List<Path> files;
    try (Stream<Path> all = Files.walk(built.get())) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path to = copy.resolve(built.get().relativize(file).toString());
      Files.createDirectories(to.resolveSibling(""));
      Files.write(to, Files.readAllBytes(file));
    }
    Files.write(copy.resolve("suture.json"), Json.MAPPER.writeValueAsBytes(Map.of("dsn", dsn)));
    return copy;
  }
}
