package dev.suture.sourcemap;

import dev.suture.event.DebugIdInjection;
import dev.suture.json.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives each script of a build an id that it shares with its source map, so that the map is found
/// without a release or an address.
///
/// A script gets one line at its top that tells the SDK in the page its id, and a comment at its
/// end; its map gets the same id, and its lines move down by one. Doing it again changes nothing,
/// and neither does doing it again after it was interrupted.
public final class DebugIds implements DebugIdInjection {
  private static final String REGISTRY = "_sentryDebugIds";
  private static final String LINE_MARK = "x_suture_line";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern COMMENT =
      Pattern.compile("(?m)^//[#@] debugId=([0-9a-fA-F-]{36})[ \\t]*$");
  private static final Pattern MAP_COMMENT =
      Pattern.compile("(?m)^//[#@] sourceMappingURL=(\\S+)[ \\t]*$");

  /// A script that holds the SDK names the registry too; only one that registers has an id there.
  private static final Pattern REGISTERED =
      Pattern.compile(
          REGISTRY
              + "[^\\n]{0,120}?[\"']([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})[\"']");

  private record Pair(Path file, String code, Path map) {}

  @Override
  public List<BuiltFile> find(Path folder) throws IOException {
    List<BuiltFile> found = new ArrayList<>();
    for (Pair pair : pairs(folder)) {
      String commented = commented(pair.code());
      Optional<String> declared = declared(parse(pair.map(), Files.readAllBytes(pair.map())));
      boolean agree = commented != null && declared.filter(commented::equals).isPresent();
      found.add(new BuiltFile(pair.file(), pair.map(), agree ? commented : null));
    }
    return List.copyOf(found);
  }

  @Override
  public List<BuiltFile> inject(Path folder) throws IOException {
    List<BuiltFile> injected = new ArrayList<>();
    for (Pair pair : pairs(folder)) {
      injected.add(new BuiltFile(pair.file(), pair.map(), inject(pair)));
    }
    return List.copyOf(injected);
  }

  private static List<Pair> pairs(Path folder) throws IOException {
    List<Path> scripts;
    try (Stream<Path> all = Files.walk(folder)) {
      scripts = all.filter(DebugIds::isScript).sorted().toList();
    }
    List<Pair> pairs = new ArrayList<>();
    for (Path script : scripts) {
      String code = code(script);
      Path map = script.resolveSibling(mapName(script, code)).normalize();
      if (map.startsWith(folder.normalize())
          && Files.isRegularFile(map, LinkOption.NOFOLLOW_LINKS)) {
        pairs.add(new Pair(script, code, map));
      }
    }
    return pairs;
  }

  private static boolean isScript(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".js") || name.endsWith(".mjs") || name.endsWith(".cjs"))
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static String code(Path script) throws IOException {
    try {
      return Files.readString(script);
    } catch (CharacterCodingException e) {
      throw new IOException(script + " is not written in UTF-8", e);
    }
  }

  /// The map that the script names last; its own name where it names none or one elsewhere.
  private static String mapName(Path script, String code) {
    String usual = script.getFileName() + ".map";
    Matcher comment = MAP_COMMENT.matcher(code);
    String name = usual;
    while (comment.find()) {
      String named = comment.group(1);
      name = named.startsWith("data:") || named.contains("://") ? usual : named;
    }
    return name;
  }

  private static String inject(Pair pair) throws IOException {
    byte[] bytes = Files.readAllBytes(pair.map());
    ObjectNode map = parse(pair.map(), bytes);
    Matcher registered = REGISTERED.matcher(pair.code());
    boolean registers = registered.find();
    String id =
        Optional.ofNullable(registers ? registered.group(1).toLowerCase(Locale.ROOT) : null)
            .or(() -> declared(map))
            .orElseGet(() -> derived(bytes));
    int line = pair.code().startsWith("#!") && pair.code().indexOf('\n') > 0 ? 1 : 0;
    boolean moved = registers || map.has(LINE_MARK);
    boolean named = id.equals(text(map, "debugId")) && id.equals(text(map, "debug_id"));
    if (!moved || !named) {
      map.put("debugId", id);
      map.put("debug_id", id);
      if (!moved) {
        moveDown(map, line);
        map.put(LINE_MARK, line);
      }
      replace(pair.map(), Json.MAPPER.writeValueAsBytes(map));
    }
    if (!registers) {
      String marked = withId(pair.code(), line, id);
      replace(pair.file(), marked.getBytes(StandardCharsets.UTF_8));
    }
    return id;
  }

  private static ObjectNode parse(Path file, byte[] bytes) throws IOException {
    try {
      if (Json.MAPPER.readTree(bytes) instanceof ObjectNode map) {
        return map;
      }
    } catch (JacksonException e) {
      throw new IOException(file + " is no source map: its JSON cannot be read", e);
    }
    throw new IOException(file + " is no source map: it is no JSON object");
  }

  private static @Nullable String commented(String code) {
    Matcher comment = COMMENT.matcher(code);
    String id = null;
    while (comment.find()) {
      id = comment.group(1).toLowerCase(Locale.ROOT);
    }
    return id;
  }

  private static Optional<String> declared(ObjectNode map) {
    return Stream.of("debugId", "debug_id")
        .map(field -> text(map, field).toLowerCase(Locale.ROOT))
        .filter(id -> ID.matcher(id).matches())
        .findFirst();
  }

  private static String text(ObjectNode map, String field) {
    JsonNode value = map.get(field);
    return value != null && value.isString() ? value.stringValue() : "";
  }

  /// The same map has the same id on every machine.
  private static String derived(byte[] map) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(map);
      long high = 0;
      long low = 0;
      for (int i = 0; i < 8; i++) {
        high = high << 8 | (digest[i] & 0xff);
        low = low << 8 | (digest[i + 8] & 0xff);
      }
      high = high & ~0xf000L | 0x8000L;
      low = low & ~(0xc0L << 56) | 0x80L << 56;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /// Makes room for one generated line. Nothing is written anew: in `mappings` a line is a
  /// semicolon, and every field but the column runs on over lines.
  private static void moveDown(ObjectNode map, int line) {
    if (map.get("sections") instanceof JsonNode sections && sections.isArray()) {
      for (JsonNode section : sections) {
        int first = section.path("offset").path("line").asInt(0);
        if (first >= line && section.get("offset") instanceof ObjectNode offset) {
          offset.put("line", first + 1);
        } else if (section.get("map") instanceof ObjectNode inner) {
          moveDown(inner, line - first);
        }
      }
      return;
    }
    String mappings = text(map, "mappings");
    int at = 0;
    for (int i = 0; i < line && at >= 0; i++) {
      at = mappings.indexOf(';', at) + 1;
      if (at == 0) {
        return;
      }
    }
    map.put("mappings", mappings.substring(0, at) + ";" + mappings.substring(at));
  }

  /// The new line stands before everything but a `#!`. Directives such as `"use strict"` work only
  /// as the first statements of a script, so the line begins with a copy of them. An import may
  /// follow: imports run first wherever they stand.
  private static String withId(String code, int line, String id) {
    int start = line == 0 ? 0 : code.indexOf('\n') + 1;
    String shebang = code.substring(0, start);
    String rest = COMMENT.matcher(code.substring(start)).replaceAll("").stripTrailing() + "\n";
    Matcher map = MAP_COMMENT.matcher(rest);
    int end = rest.length();
    while (map.find()) {
      end = map.start();
    }
    return shebang
        + Directives.of(rest)
        + register(id)
        + "\n"
        + rest.substring(0, end)
        + "//# debugId="
        + id
        + "\n"
        + rest.substring(end);
  }

  private static String register(String id) {
    return ";(function(g){try{var s=new Error().stack;"
        + "if(s)(g.%1$s=g.%1$s||{})[s]=\"".formatted(REGISTRY)
        + id
        + "\"}catch(e){}})(typeof globalThis==\"undefined\"?self:globalThis);";
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path unfinished = file.resolveSibling("." + UUID.randomUUID());
    try {
      Files.write(unfinished, content);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
