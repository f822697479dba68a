package dev.suture.sourcemap;

import dev.suture.event.SourceMapCompiler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads source maps after ECMA-426, strictly: what the text calls invalid is refused. The JSON is
/// read as a stream, and the mappings straight from its bytes.
public final class SourceMapDecoder implements SourceMapCompiler {
  private static final int MOST_SECTION_DEPTH = 3;
  private static final int MOST_INDEX_LINES = 10_000_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxStringLength(100 << 20)
                  .build())
          .build();
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @Override
  public CompiledMap compile(byte[] map) throws NotASourceMap {
    return new CompiledMap(map, CompactForm.of(read(map)));
  }

  /// @throws NotASourceMap when it breaks the format
  public SourceMap decode(byte[] map) throws NotASourceMap {
    return SourceMap.open(ByteBuffer.wrap(CompactForm.of(read(map)))).orElseThrow();
  }

  private static DecodedMap read(byte[] map) throws NotASourceMap {
    int start = behindGuard(map);
    try (JsonParser json =
        JSON.createParser(ObjectReadContext.empty(), map, start, map.length - start)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new NotASourceMap(
            json.currentToken() == null ? "it is empty" : "it is no JSON object");
      }
      return new Reading(map, start, json).object(0);
    } catch (JacksonException e) {
      throw new NotASourceMap(looksLike(map, start));
    }
  }

  /// What was sent by mistake most likely.
  private static String looksLike(byte[] map, int start) {
    int at = start;
    while (at < map.length && " \t\r\n".indexOf(map[at]) >= 0) {
      at++;
    }
    if (at == map.length) {
      return "it is empty";
    }
    if (map[at] == '<') {
      return "it is a page and no JSON";
    }
    if (map[at] == 0x1f) {
      return "it is gzip: send it with Content-Encoding: gzip, or unpack it";
    }
    return map[at] == '{' ? "its JSON breaks off or is broken" : "it is no JSON";
  }

  /// A first line of `)]}'` keeps browsers from running a map as a script; it is no part of it.
  private static int behindGuard(byte[] map) {
    if (map.length < 3 || map[0] != ')' || map[1] != ']' || map[2] != '}') {
      return 0;
    }
    int at = 0;
    while (at < map.length && map[at] != '\n') {
      at++;
    }
    return at;
  }

  /// One object of a map, and of the maps in its sections.
  private record Reading(byte[] text, int start, JsonParser json) {

    DecodedMap object(int depth) throws NotASourceMap {
      Fields fields = new Fields();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "version" -> fields.version = version();
          case "mappings" -> fields.mappings = mappings();
          case "sources" -> fields.sources = texts("sources", true);
          case "sourcesContent" -> fields.contents = contents();
          case "names" -> fields.names = names();
          case "sourceRoot" -> fields.sourceRoot = optionalText("sourceRoot");
          case "file" -> optionalText("file");
          case "ignoreList" -> fields.ignored = ignoreList();
          case "x_google_ignoreList" -> {
            BitSet older = ignoreList();
            fields.ignored = fields.ignored == null ? older : fields.ignored;
          }
          case "debugId" -> fields.debugId = debugId(fields.debugId);
          case "debug_id" -> fields.debugId = debugId(fields.debugId);
          case "sections" -> fields.sections = sections(depth);
          default -> json.skipChildren();
        }
      }
      return fields.build();
    }

    private boolean version() throws NotASourceMap {
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || json.getLongValue() != 3) {
        throw new NotASourceMap("its version is not 3");
      }
      return true;
    }

    private Mappings mappings() throws NotASourceMap {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw new NotASourceMap("`mappings` is no string");
      }
      int from = start + (int) json.currentTokenLocation().getByteOffset() + 1;
      int to = from;
      while (to < text.length && text[to] != '"' && text[to] != '\\') {
        to++;
      }
      if (from > start && text[from - 1] == '"' && to < text.length && text[to] == '"') {
        return Mappings.decode(text, from, to);
      }
      byte[] unescaped = json.getString().getBytes(StandardCharsets.ISO_8859_1);
      return Mappings.decode(unescaped, 0, unescaped.length);
    }

    private void requireArray(String field) throws NotASourceMap {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        throw new NotASourceMap("`" + field + "` is no list");
      }
    }

    private List<@Nullable String> texts(String field, boolean nullable) throws NotASourceMap {
      requireArray(field);
      List<@Nullable String> texts = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        switch (json.currentToken()) {
          case VALUE_STRING -> texts.add(json.getString());
          case VALUE_NULL -> {
            if (!nullable) {
              throw new NotASourceMap("`" + field + "` holds null");
            }
            texts.add(null);
          }
          case null, default ->
              throw new NotASourceMap("`" + field + "` holds something that is no string");
        }
      }
      return texts;
    }

    private List<String> names() throws NotASourceMap {
      List<String> names = new ArrayList<>();
      for (String name : texts("names", false)) {
        names.add(name == null ? "" : name);
      }
      return names;
    }

    private List<DecodedMap.@Nullable Content> contents() throws NotASourceMap {
      requireArray("sourcesContent");
      List<DecodedMap.@Nullable Content> contents = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        switch (json.currentToken()) {
          case VALUE_STRING -> contents.add(DecodedMap.Content.of(json.getString()));
          case VALUE_NULL -> contents.add(null);
          case null, default ->
              throw new NotASourceMap("`sourcesContent` holds something that is no string");
        }
      }
      return contents;
    }

    private @Nullable String optionalText(String field) throws NotASourceMap {
      return switch (json.currentToken()) {
        case VALUE_STRING -> json.getString();
        case VALUE_NULL -> null;
        case null, default -> throw new NotASourceMap("`" + field + "` is no string");
      };
    }

    private BitSet ignoreList() throws NotASourceMap {
      requireArray("ignoreList");
      BitSet ignored = new BitSet();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
            || json.getLongValue() < 0
            || json.getLongValue() > text.length) {
          throw new NotASourceMap("`ignoreList` holds something that is no index of a source");
        }
        ignored.set((int) json.getLongValue());
      }
      return ignored;
    }

    private @Nullable String debugId(@Nullable String before) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        json.skipChildren();
        return before;
      }
      String id = json.getString().toLowerCase(Locale.ROOT);
      return UUID.matcher(id).matches() ? id : before;
    }

    private List<Section> sections(int depth) throws NotASourceMap {
      requireArray("sections");
      if (depth >= MOST_SECTION_DEPTH) {
        throw new NotASourceMap("its sections hold sections too deep");
      }
      List<Section> sections = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        Section section = section(depth);
        if (!sections.isEmpty() && !section.isBehind(sections.getLast())) {
          throw new NotASourceMap("its sections overlap or are out of order");
        }
        sections.add(section);
      }
      return sections;
    }

    private Section section(int depth) throws NotASourceMap {
      requireObject("a section");
      int[] offset = null;
      DecodedMap map = null;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "offset" -> offset = offset();
          case "map" -> {
            requireObject("a section's map");
            map = object(depth + 1);
          }
          default -> json.skipChildren();
        }
      }
      if (offset == null || map == null) {
        throw new NotASourceMap("a section has no offset or no map");
      }
      return new Section(offset[0], offset[1], map);
    }

    private int[] offset() throws NotASourceMap {
      requireObject("a section's offset");
      int[] offset = {-1, -1};
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        json.nextToken();
        int part = field.equals("line") ? 0 : field.equals("column") ? 1 : -1;
        if (part < 0) {
          json.skipChildren();
          continue;
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
            || json.getLongValue() < 0
            || json.getLongValue() > MOST_INDEX_LINES) {
          throw new NotASourceMap("a section's " + field + " is no number in range");
        }
        offset[part] = (int) json.getLongValue();
      }
      if (offset[0] < 0 || offset[1] < 0) {
        throw new NotASourceMap("a section's offset lacks its line or column");
      }
      return offset;
    }

    private void requireObject(String what) throws NotASourceMap {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw new NotASourceMap(what + " is no object");
      }
    }
  }
}
