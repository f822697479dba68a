package dev.suture.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.DebugIdInjection.BuiltFile;
import dev.suture.event.SourceMapCompiler.NotASourceMap;
import dev.suture.json.Json;
import dev.suture.sourcemap.SourceMap.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DebugIdsTest {
  private static final String MAP =
      "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA;CACA;EACA\"}";

  private final DebugIds ids = new DebugIds();

  @TempDir Path folder;

  private Path script(String code) throws IOException {
    return script(code, MAP);
  }

  private Path script(String code, String map) throws IOException {
    Path file = folder.resolve("app.js");
    Files.writeString(file, code + "\n//# sourceMappingURL=app.js.map\n");
    Files.writeString(folder.resolve("app.js.map"), map);
    return file;
  }

  private SourceMap map() throws IOException, NotASourceMap {
    return new SourceMapDecoder().decode(Files.readAllBytes(folder.resolve("app.js.map")));
  }

  private Path mapFile() {
    return folder.resolve("app.js.map");
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void scriptAndMapGetOneIdAndTheMapFollowsTheNewLine() throws Exception {
    Path file = script("one();\ntwo();\nthree();");
    String id = ids.inject(folder).getFirst().debugId();
    assertThat(ids.find(folder)).containsExactly(new BuiltFile(file, mapFile(), id));
    assertThat(Files.readString(file))
        .contains("_sentryDebugIds", "\"" + id + "\"")
        .endsWith("//# debugId=" + id + "\n//# sourceMappingURL=app.js.map\n");
    assertThat(Files.readAllLines(file).get(1)).isEqualTo("one();");
    assertThat(map().debugId()).contains(id);
    JsonNode json = Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("app.js.map")));
    assertThat(json.get("debug_id").stringValue()).isEqualTo(id);
    assertThat(map().at(0, 0)).isEmpty();
    assertThat(map().at(1, 0).map(Position::line)).contains(0);
    assertThat(map().at(3, 2).map(Position::line)).contains(2);
  }

  @Test
  void theIdIsTheSameForTheSameMap() throws IOException {
    script("one();");
    String first = ids.inject(folder).getFirst().debugId();
    script("one();");
    assertThat(ids.inject(folder).getFirst().debugId()).isEqualTo(first);
    script("one();", MAP.replace("a.ts", "b.ts"));
    assertThat(ids.inject(folder).getFirst().debugId()).isNotEqualTo(first);
    assertThat(first)
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void doingItAgainChangesNothing() throws IOException {
    script("one();\ntwo();");
    ids.inject(folder);
    Map<String, String> once = contents();
    ids.inject(folder);
    assertThat(contents()).isEqualTo(once);
  }

  @Test
  void aScriptThatHoldsTheSdkIsNotTakenForOneThatRegisters() throws IOException {
    Path file = script("const map = globalThis._sentryDebugIds; if (map) read(map);");
    String id = ids.inject(folder).getFirst().debugId();
    assertThat(Files.readAllLines(file).getFirst()).contains("_sentryDebugIds", id);
  }

  @Test
  void anInterruptionBetweenMapAndScriptIsMended() throws IOException {
    Path file = script("one();\ntwo();");
    String untouched = Files.readString(file);
    ids.inject(folder);
    Map<String, String> whole = contents();
    Files.writeString(file, untouched);
    ids.inject(folder);
    assertThat(contents()).isEqualTo(whole);
  }

  @Test
  void directivesStayDirectives() throws IOException {
    Path file = script("/*! shop */\n'use strict';one();");
    ids.inject(folder);
    assertThat(Files.readString(file)).startsWith("'use strict';;(function");
    assertThat(Files.readAllLines(file).get(2)).isEqualTo("'use strict';one();");
  }

  @Test
  void aTextAtTheTopThatIsNoDirectiveIsNotCopied() throws IOException {
    Path file = script("\"use strict\".length;one();");
    ids.inject(folder);
    assertThat(Files.readString(file)).startsWith(";(function");
  }

  @Test
  void theNewLineStandsBehindTheLineThatNamesAnInterpreter() throws Exception {
    Path file = script("#!/usr/bin/env node\none();");
    ids.inject(folder);
    assertThat(Files.readAllLines(file).getFirst()).isEqualTo("#!/usr/bin/env node");
    assertThat(Files.readAllLines(file).get(1)).contains("_sentryDebugIds");
    assertThat(map().at(0, 0).map(Position::line)).contains(0);
    assertThat(map().at(1, 0)).isEmpty();
    assertThat(map().at(2, 1).map(Position::line)).contains(1);
  }

  @Test
  void theSectionsOfAnIndexMapMoveDown() throws Exception {
    script(
        "one();\ntwo();",
        "{\"version\":3,\"sections\":[{\"offset\":{\"line\":0,\"column\":0},\"map\":"
            + MAP
            + "},{\"offset\":{\"line\":3,\"column\":4},\"map\":"
            + MAP
            + "}]}");
    ids.inject(folder);
    assertThat(map().at(0, 0)).isEmpty();
    assertThat(map().at(1, 0).map(Position::line)).contains(0);
    assertThat(map().at(4, 4).map(Position::line)).contains(0);
    assertThat(map().at(5, 1).map(Position::line)).contains(1);
  }

  @Test
  void anIdThatTheBuildGaveIsKept() throws IOException {
    String id = "7d8e4a70-0d07-5c5e-9d2a-0a41c4f9a111";
    Path file =
        script("one();\n//# debugId=" + id, MAP.replace("{", "{\"debugId\":\"" + id + "\","));
    assertThat(ids.inject(folder).getFirst().debugId()).isEqualTo(id);
    assertThat(Files.readString(file)).containsOnlyOnce("//# debugId=" + id);
  }

  @Test
  void aScriptWithoutAMapIsLeftAlone() throws IOException {
    Path file = folder.resolve("plain.js");
    Files.writeString(file, "one();");
    assertThat(ids.inject(folder)).isEmpty();
    assertThat(Files.readString(file)).isEqualTo("one();");
  }

  @Test
  void aMapOutsideOfTheFolderIsNotTouched() throws IOException {
    Path build = Files.createDirectory(folder.resolve("dist"));
    Files.writeString(folder.resolve("app.js.map"), MAP);
    Files.writeString(build.resolve("app.js"), "one();\n//# sourceMappingURL=../app.js.map\n");
    assertThat(ids.inject(build)).isEmpty();
    assertThat(Files.readString(folder.resolve("app.js.map"))).isEqualTo(MAP);
  }

  @Test
  void aPairWithoutAnIdIsFoundAsSuch() throws IOException {
    Path file = script("one();");
    assertThat(ids.find(folder)).containsExactly(new BuiltFile(file, mapFile(), null));
  }

  @Test
  void aMapThatIsNoneIsNamed() throws IOException {
    script("one();", "not a map");
    assertThatThrownBy(() -> ids.inject(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("app.js.map");
  }
}
