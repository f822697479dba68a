package dev.suture.sentry;

import dev.suture.event.upload.BundleReader.NotABundle;
import dev.suture.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a bundle says about its files: which of them are source maps, and which built files they
/// belong to. Built files name their map by a reference relative to their own address.
final class BundleManifest {
  private static final int LONGEST_URL = 2000;
  private static final Pattern DEBUG_ID =
      Pattern.compile("([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:~|[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)?(/[^?#]*).*");

  /// @param debugId lower-case UUID; null when there is none
  /// @param urls of its built files, `~/assets/app.js`
  record MapFile(@Nullable String debugId, List<String> urls) {}

  /// A file as the manifest lists it.
  ///
  /// @param path of its address, `/assets/app.js`; null when it has none that can be looked up
  private record Listed(String entry, String type, @Nullable String path, JsonNode headers) {
    /// Header names come in any case.
    @Nullable String header(String name) {
      for (Map.Entry<String, JsonNode> header : headers.properties()) {
        if (header.getKey().toLowerCase(Locale.ROOT).equals(name) && header.getValue().isString()) {
          return header.getValue().asString();
        }
      }
      return null;
    }

    @Nullable String debugId() {
      String text = header("debug-id");
      Matcher match = DEBUG_ID.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
      return match.matches() ? match.replaceFirst("$1-$2-$3-$4-$5") : null;
    }
  }

  private final Map<String, MapFile> maps = new HashMap<>();

  private BundleManifest(List<Listed> files) {
    Map<String, List<Listed>> builtByMap = new HashMap<>();
    for (Listed file : files) {
      String reference = file.header("sourcemap");
      if (isBuilt(file) && reference != null && file.path() != null) {
        String target = resolve(file.path(), reference);
        builtByMap.computeIfAbsent(target, _ -> new ArrayList<>()).add(file);
      }
    }
    for (Listed file : files) {
      if (file.type().equals("source_map")) {
        List<Listed> built = builtByMap.getOrDefault(String.valueOf(file.path()), List.of());
        MapFile map = map(file, built);
        if (map.debugId() != null || !map.urls().isEmpty()) {
          maps.put(file.entry(), map);
        }
      }
    }
  }

  static BundleManifest parse(byte[] json) throws NotABundle {
    JsonNode root;
    try {
      root = Json.MAPPER.readTree(json);
    } catch (JacksonException broken) {
      throw new NotABundle("its manifest.json is no JSON.");
    }
    List<Listed> files = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : root.path("files").properties()) {
      JsonNode info = file.getValue();
      files.add(
          new Listed(
              file.getKey(),
              info.path("type").asString(""),
              path(info.path("url").asString("")),
              info.path("headers")));
    }
    return new BundleManifest(files);
  }

  /// The source map in an entry of the archive; null when it is something else.
  @Nullable MapFile map(String entry) {
    return maps.get(entry);
  }

  /// A map that no built file refers to belongs to the one that it is named after.
  private static MapFile map(Listed file, List<Listed> built) {
    String debugId = file.debugId();
    List<String> urls = new ArrayList<>();
    for (Listed one : built) {
      debugId = debugId == null ? one.debugId() : debugId;
      urls.add("~" + one.path());
    }
    String path = file.path();
    if (urls.isEmpty() && path != null && path.matches(".*\\.[cm]?js\\.map")) {
      urls.add("~" + path.substring(0, path.length() - ".map".length()));
    }
    return new MapFile(debugId, urls);
  }

  private static boolean isBuilt(Listed file) {
    return file.type().equals("minified_source") || file.type().equals("source");
  }

  private static @Nullable String path(String url) {
    Matcher match = ADDRESS.matcher(url);
    return url.length() <= LONGEST_URL && match.matches() ? match.group(1) : null;
  }

  private static String resolve(String base, String reference) {
    String absolute = path(reference);
    if (absolute != null) {
      return absolute;
    }
    Deque<String> segments = new ArrayDeque<>();
    String folder = base.substring(0, base.lastIndexOf('/') + 1);
    for (String segment : (folder + reference).split("/")) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return "/" + String.join("/", segments);
  }
}
