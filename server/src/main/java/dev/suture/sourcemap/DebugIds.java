package dev.suture.sourcemap;

import dev.suture.event.DebugIdInjection;
import dev.suture.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
public final class DebugIds {
  private static final String LINE_MARK = "x_suture_line";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern COMMENT =
      Pattern.compile("(?m)^//[#@] debugId=([0-9a-fA-F-]{36})[ \\t]*$");
  private static final Pattern MAP_COMMENT =
      Pattern.compile("(?m)^//[#@] sourceMappingURL=(\\S+)[ \\t]*$");

  private DebugIds() {}

  /// @param scripts those that have a map
  /// @param withoutMap scripts whose map is not beside them
  public record Injected(List<Script> scripts, List<Path> withoutMap) {}

  /// @param changed false when it had its id already
  public record Script(Path file, Path map, String debugId, boolean changed) {}

  /// Works on all scripts under a folder.
  public static Injected inject(Path folder) throws IOException {
    List<Script> scripts = new ArrayList<>();
    List<Path> withoutMap = new ArrayList<>();
    for (Path file : scripts(folder)) {
      String code = Files.readString(file);
      Optional<Path> map = mapOf(file, code);
      if (map.isPresent()) {
        scripts.add(inject(file, code, map.get()));
      } else {
        withoutMap.add(file);
      }
    }
    return new Injected(List.copyOf(scripts), List.copyOf(withoutMap));
  }

  /// The scripts under a folder that have a map, with the ids that they have; nothing is written.
  public static List<DebugIdInjection.BuiltFile> find(Path folder) throws IOException {
    List<DebugIdInjection.BuiltFile> found = new ArrayList<>();
    for (Path file : scripts(folder)) {
      String code = Files.readString(file);
      Optional<Path> map = mapOf(file, code);
      if (map.isPresent()) {
        String id = commented(code);
        boolean agreed =
            id != null
                && declared(parse(map.get(), Files.readAllBytes(map.get())))
                    .filter(id::equals)
                    .isPresent();
        found.add(new DebugIdInjection.BuiltFile(file, map.get(), agreed ? id : null));
      }
    }
    return found;
  }

  private static List<Path> scripts(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(DebugIds::isScript).sorted().toList();
    }
  }

  private static boolean isScript(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".js") || name.endsWith(".mjs") || name.endsWith(".cjs");
  }

  private static Optional<Path> mapOf(Path file, String code) {
    String name = file.getFileName() + ".map";
    Matcher comment = MAP_COMMENT.matcher(code);
    while (comment.find()) {
      String named = comment.group(1);
      name = named.startsWith("data:") || named.contains("://") ? name : named;
    }
    Path map = file.resolveSibling(name);
    return Files.isRegularFile(map) ? Optional.of(map) : Optional.empty();
  }

  private static Script inject(Path file, String code, Path mapFile) throws IOException {
    byte[] bytes = Files.readAllBytes(mapFile);
    ObjectNode map = parse(mapFile, bytes);
    boolean registers = code.contains("_sentryDebugIds");
    String id =
        Optional.ofNullable(registers ? commented(code) : null)
            .or(() -> declared(map))
            .orElseGet(() -> derived(bytes));
    int line = code.startsWith("#!") && code.indexOf('\n') > 0 ? 1 : 0;
    boolean moved = registers || map.has(LINE_MARK);
    boolean named = id.equals(text(map, "debugId")) && id.equals(text(map, "debug_id"));
    if (!moved || !named) {
      map.put("debugId", id);
      map.put("debug_id", id);
      if (!moved) {
        moveDown(map, line);
        map.put(LINE_MARK, line);
      }
      replace(mapFile, Json.MAPPER.writeValueAsBytes(map));
    }
    if (!registers) {
      replace(file, withId(code, line, id).getBytes(StandardCharsets.UTF_8));
    }
    return new Script(file, mapFile, id, !registers || !named);
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
        + "if(s)(g._sentryDebugIds=g._sentryDebugIds||{})[s]=\""
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
