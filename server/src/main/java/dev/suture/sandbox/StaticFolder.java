package dev.suture.sandbox;

import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Served;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files of a folder. A link that leads out of it leads nowhere; a path without a file and without
/// an ending is a page of the application itself.
final class StaticFolder implements Served {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("woff2", "font/woff2"));

  private final Path tree;
  private final Path folder;

  /// @param tree what was built, which the folder is in
  StaticFolder(Path tree, Path folder) {
    this.tree = tree;
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> map(String target) {
    return BuiltMaps.of(tree, target);
  }

  @Override
  public Reply ask(Asked asked) {
    String path = asked.target().replaceAll("[?#].*$", "");
    try {
      Path file = find(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
      if (file == null || !asked.method().equals("GET")) {
        return new Reply(404, Map.of("content-type", "text/plain"), new byte[0]);
      }
      return new Reply(200, Map.of("content-type", type(file)), Files.readAllBytes(file));
    } catch (IOException | IllegalArgumentException unreadable) {
      return new Reply(404, Map.of("content-type", "text/plain"), new byte[0]);
    }
  }

  private @Nullable Path find(String path) throws IOException {
    Path root = folder.toRealPath();
    Path file;
    try {
      file = root.resolve(path.replaceAll("^/+", "")).normalize();
    } catch (InvalidPathException none) {
      return null;
    }
    if (Files.isDirectory(file)) {
      file = file.resolve("index.html");
    }
    if (!Files.isRegularFile(file) && !path.matches(".*\\.[a-z0-9]{1,5}$")) {
      file = root.resolve("index.html");
    }
    return Files.isRegularFile(file) && file.toRealPath().startsWith(root) ? file : null;
  }

  private static String type(Path file) {
    String name = file.getFileName().toString();
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  @Override
  public void close() {
    // Nothing was started.
  }
}
