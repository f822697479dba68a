package dev.suture.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.suture.event.SourceMapCompiler.NotASourceMap;
import dev.suture.json.Json;
import dev.suture.sourcemap.SourceMap.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The test suite of the specification's authors.
class SpecificationTest {
  private static final String FOLDER = "/source-map-tests/";

  private final SourceMapDecoder decoder = new SourceMapDecoder();

  record Suite(List<Case> tests) {}

  record Case(
      String name,
      String sourceMapFile,
      boolean sourceMapIsValid,
      @Nullable List<Action> testActions) {}

  record Action(
      String actionType,
      int generatedLine,
      int generatedColumn,
      @Nullable String originalSource,
      int originalLine,
      int originalColumn,
      @Nullable String mappedName,
      @Nullable List<String> intermediateMaps,
      @Nullable List<String> present) {}

  @TestFactory
  Stream<DynamicTest> everyCaseOfTheSuite() throws IOException {
    Suite suite = Json.MAPPER.readValue(resource("source-map-spec-tests.json"), Suite.class);
    assertThat(suite.tests()).hasSize(99);
    return suite.tests().stream()
        .map(test -> DynamicTest.dynamicTest(test.name(), () -> run(test)));
  }

  private void run(Case test) throws IOException, NotASourceMap {
    byte[] text = resource("resources/" + test.sourceMapFile());
    if (!test.sourceMapIsValid()) {
      assertThatThrownBy(() -> decoder.decode(text)).isInstanceOf(NotASourceMap.class);
      return;
    }
    SourceMap map = decoder.decode(text);
    for (Action action : Objects.requireNonNullElse(test.testActions(), List.<Action>of())) {
      switch (action.actionType()) {
        case "checkMapping" ->
            check(action, map.at(action.generatedLine(), action.generatedColumn()));
        case "checkMappingTransitive" -> checkTransitive(map, action);
        case "checkIgnoreList" ->
            assertThat(IntStream.range(0, map.sources()).filter(map::isIgnored).mapToObj(map::path))
                .isEqualTo(action.present());
        default -> fail("an action that this test does not know: " + action.actionType());
      }
    }
  }

  private void checkTransitive(SourceMap map, Action action) throws IOException, NotASourceMap {
    Optional<Position> position = map.at(action.generatedLine(), action.generatedColumn());
    for (String file : Objects.requireNonNull(action.intermediateMaps())) {
      SourceMap next = decoder.decode(resource("resources/" + file));
      position = position.flatMap(at -> next.at(at.line(), at.column()));
    }
    check(action, position);
  }

  private static void check(Action action, Optional<Position> position) {
    if (action.originalSource() == null && position.isEmpty()) {
      return;
    }
    Position at = position.orElseThrow();
    assertThat(at.path()).isEqualTo(action.originalSource());
    assertThat(at.line()).isEqualTo(action.originalLine());
    assertThat(at.column()).isEqualTo(action.originalColumn());
    assertThat(at.name()).isEqualTo(action.mappedName());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SpecificationTest.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
