package dev.suture.hotfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.hotfix.HotfixFlow.Action;
import dev.suture.hotfix.HotfixFlow.Fact;
import dev.suture.hotfix.HotfixFlow.Step;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HotfixFlowTest {
  private static final String BASE = "a".repeat(40);

  @Test
  void aPlannedOneCreatesItsBranchAtTheBase() {
    Step step = HotfixFlow.next(hotfix(State.planned, false), new Fact.Asked());
    assertThat(step.action()).isEqualTo(new Action.CreateBranch("hotfix-shop-1-fix", BASE));
    assertThat(step.hotfix().state()).isEqualTo(State.planned);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"open", "shipped", "closed"})
  void everyOtherOneLooksAtTheOrigin(State state) {
    Step step = HotfixFlow.next(hotfix(state, false), new Fact.Asked());
    assertThat(step.action()).isEqualTo(new Action.Look("hotfix-shop-1-fix"));
  }

  @Test
  void aPushedOneIsOpenBeforeAnybodyLooks() {
    Step step = HotfixFlow.next(hotfix(State.planned, false), new Fact.Pushed());
    assertThat(step.hotfix().state()).isEqualTo(State.open);
    assertThat(step.action()).isInstanceOf(Action.Look.class);
  }

  @ParameterizedTest
  @CsvSource({
    "nothingToShip, nothingToShip, open,    false",
    "missing,       missing,       open,    false",
    "partial,       missing,       open,    false",
    "missing,       cherryPicked,  open,    false",
    "merged,        missing,       shipped, true",
    "cherryPicked,  partial,       shipped, true",
    "merged,        cannotTell,    shipped, false",
    "cherryPicked,  merged,        closed,  false",
  })
  void whatLinesHaveDecidesStateAndFlag(
      Presence production, Presence develop, State state, boolean flagged) {
    Step step = HotfixFlow.next(hotfix(State.open, false), seen(production, develop));
    assertThat(step.hotfix().state()).isEqualTo(state);
    assertThat(step.hotfix().flagged()).isEqualTo(flagged);
    assertThat(step.action()).isEqualTo(new Action.Rest());
  }

  @Test
  void aFlagIsLoweredOnlyByWhatWasSeen() {
    Hotfix flagged = hotfix(State.shipped, true);
    assertThat(HotfixFlow.next(flagged, seen(Presence.merged, Presence.cannotTell)).hotfix())
        .matches(Hotfix::flagged);
    assertThat(HotfixFlow.next(flagged, new Fact.Failed("gone")).hotfix())
        .matches(Hotfix::flagged)
        .extracting(Hotfix::state)
        .isEqualTo(State.shipped);
    assertThat(HotfixFlow.next(flagged, seen(Presence.merged, Presence.merged)).hotfix())
        .matches(hotfix -> !hotfix.flagged());
  }

  @Test
  void aFailureKeepsWhatWasKnownInWords() {
    Hotfix known =
        HotfixFlow.next(hotfix(State.open, false), seen(Presence.merged, Presence.missing))
            .hotfix();
    Hotfix unread = HotfixFlow.next(known, new Fact.Failed("gone")).hotfix();
    assertThat(unread.problem()).isEqualTo("gone");
    assertThat(unread.lines().getFirst().evidence()).endsWith("When it last could: merged.");
    Hotfix twice = HotfixFlow.next(unread, new Fact.Failed("still gone")).hotfix();
    assertThat(twice.lines()).isEqualTo(unread.lines());
  }

  private static Fact seen(Presence production, Presence develop) {
    return new Fact.Seen(
        BASE,
        List.of(),
        List.of(line("production", production), line("develop", develop)),
        Instant.EPOCH,
        null);
  }

  private static LineStatus line(String name, Presence presence) {
    return new LineStatus(name, name, presence, null, presence + ".");
  }

  private static Hotfix hotfix(State state, boolean flagged) {
    return new Hotfix(
        "hotfix-shop-1-fix",
        "shop-1",
        "shop",
        state,
        BASE,
        "a test",
        BASE,
        List.of(),
        List.of(),
        flagged,
        Instant.EPOCH,
        null,
        null);
  }
}
