package dev.suture.cause.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.capture.Exchange;
import java.util.Collections;
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
