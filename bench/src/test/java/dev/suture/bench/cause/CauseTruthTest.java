package dev.suture.bench.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The corpus says of each case enough to judge an answer by.
class CauseTruthTest {
  private static final Path CAPTURES =
      Path.of(System.getProperty("suture.home", ".."), "bench/corpus/faults/captures");

  @Test
  void thereAreEnoughCasesInEnoughApplicationsAndHalfOfThemAreHeldOut() throws Exception {
    List<Truth.App> apps = Truth.read(CAPTURES);
    assertThat(apps).hasSizeGreaterThanOrEqualTo(6);
    assertThat(apps.stream().filter(Truth.App::heldout))
        .hasSizeGreaterThanOrEqualTo(apps.size() / 2);
    assertThat(apps.stream().mapToInt(app -> app.cases().size()).sum()).isGreaterThanOrEqualTo(120);
  }

  @Test
  void whatIsTrueHappenedBeforeTheFailure() throws Exception {
    List<String> late = new ArrayList<>();
    for (Truth.App app : Truth.read(CAPTURES)) {
      for (Truth truth : app.cases()) {
        Path file = CAPTURES.resolve(app.app()).resolve(truth.name() + ".envelope");
        Captured captured = Captured.of(Files.readAllBytes(file));
        Truth.Exchange exchange = truth.exchange();
        Truth.Action action = truth.action();
        if (exchange != null
            && captured.exchanges().stream().noneMatch(seen -> seen.id().equals(exchange.id()))) {
          late.add(app.app() + "/" + truth.name() + ": its exchange");
        }
        if (action != null && action.index() > captured.lastAction()) {
          late.add(app.app() + "/" + truth.name() + ": its action");
        }
      }
    }
    assertThat(late).isEmpty();
  }

  @Test
  void anAnswerIsRightOrWrongByWhatIsTrue() throws Exception {
    Truth truth = aCase("200-null");
    Truth.Exchange exchange = Objects.requireNonNull(truth.exchange());
    Answer right = answer(exchange.id(), truth.field());
    assertThat(right.fieldIsRight(truth)).isTrue();
    assertThat(right.isConfidentAndWrong(truth)).isFalse();
    assertThat(answer(exchange.id(), "$.another").isConfidentAndWrong(truth)).isTrue();
    assertThat(answer("x0", truth.field()).fieldIsRight(truth)).isFalse();
    assertThat(answer(null, null).isConfidentAndWrong(truth)).isFalse();

    Truth none = aCase("logic");
    assertThat(answer(null, null).exchangeIsRight(none)).isTrue();
    assertThat(answer("x1", null).isConfidentAndWrong(none)).isTrue();
  }

  private static Answer answer(@Nullable String exchange, @Nullable String field) {
    return new Answer(exchange, field, null, null, null);
  }

  private static Truth aCase(String kind) throws Exception {
    Stream<Truth> all = Truth.read(CAPTURES).stream().flatMap(app -> app.cases().stream());
    return all.filter(truth -> truth.kind().equals(kind)).findFirst().orElseThrow();
  }
}
