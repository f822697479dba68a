package dev.suture.cause.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.capture.Exchange;
import dev.suture.cause.Bodies;
import dev.suture.cause.Subject;
import dev.suture.cause.Witness;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "    at ask (http://a/x.js:1:2)\n    at HTMLButtonElement.<anonymous> (http://a/x.js:1:9)",
        "    at HTMLDivElement.qt (http://a/vendor.js:1:236)",
        "    at Window.onhashchange (http://a/x.js:4:1)"
      })
  void aHandlerInTheStackSaysThatAnEventMadeTheRequest(String initiator) {
    assertThat(Triggers.isHandled(exchange(initiator))).isTrue();
  }

  @Test
  void aTimerOrNoStackSaysNothing() {
    assertThat(Triggers.isHandled(exchange("    at poll (http://a/x.js:1:2)"))).isFalse();
    assertThat(Triggers.isHandled(exchange("    at HTMLButtonElementView.draw (http://a/x.js)")))
        .isFalse();
    assertThat(Triggers.isHandled(exchange(null))).isFalse();
  }

  @Test
  void theActionOfTheRequestSetOffWhatFailedWhenItsAnswerCame() {
    assertThat(index(1_000, click(100), request(110, 860), click(940))).isZero();
  }

  @Test
  void theLastActionSetOffWhatFailedLongAfterTheAnswer() {
    assertThat(index(1_000, click(100), request(110, 40), click(990))).isEqualTo(1);
  }

  @Test
  void theLastActionSetOffWhatFailedAtOnceThoughTheAnswerIsNotOld() {
    assertThat(index(1_000, click(100), request(110, 790), click(990))).isEqualTo(1);
  }

  @Test
  void theActionOfAnOvertakenRequestSetOffWhatItsAnswerSpoiled() {
    assertThat(index(3_000, click(100), request(110, 900), click(300), request(310, 50))).isZero();
    assertThat(index(3_000, click(100), request(110, 900), click(2_990))).isEqualTo(1);
  }

  @Test
  void goingElsewhereAndSendingAFormAreWhatTheClickBeforeThemDid() {
    assertThat(index(1_000, click(100), action(160, "navigate"), request(170, 800))).isZero();
    assertThat(index(1_000, click(100), action(102, "submit"), request(104, 800))).isZero();
    assertThat(index(9_000, click(100), action(8_000, "navigate"), request(8_010, 900)))
        .isEqualTo(1);
    assertThat(index(1_000, action(50, "navigate"), action(90, "navigate"), request(99, 800)))
        .isEqualTo(1);
  }

  @Test
  void withoutActionsNothingIsSaidToHaveSetItOff() {
    assertThat(index(1_000, request(110, 800))).isNull();
  }

  /// @param told actions and exchanges, the first exchange that to blame
  private static @Nullable Integer index(double failedAt, Object... told) {
    List<Witness.Action> actions = new ArrayList<>();
    List<Exchange> exchanges = new ArrayList<>();
    for (Object each : told) {
      if (each instanceof Witness.Action action) {
        actions.add(action);
      } else {
        exchanges.add((Exchange) each);
      }
    }
    Subject subject =
        new Subject(
            Bodies.issue(),
            new Project(1, "shop", "Shop", null, Lines.GIT_FLOW),
            Bodies.event(),
            null);
    Cause.Trigger trigger =
        Triggers.of(
            new Witness(subject, exchanges, actions, List.of(), "", failedAt),
            exchanges.getFirst());
    return trigger == null ? null : trigger.index();
  }

  private static Witness.Action click(double at) {
    return action(at, "click");
  }

  private static Witness.Action action(double at, String kind) {
    return new Witness.Action(at, kind, "");
  }

  private static Exchange request(double at, double ms) {
    return Bodies.exchange("x" + at, at, ms, "{}");
  }

  private static Exchange exchange(String initiator) {
    return new Exchange(
        "x1",
        0,
        1,
        "GET",
        "http://a/",
        200,
        Collections.emptySortedMap(),
        null,
        Collections.emptySortedMap(),
        "",
        null,
        initiator);
  }
}
