package dev.suture.issue;

import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static dev.suture.event.EventSample.java;
import static dev.suture.event.EventSample.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.EventSample;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static Headline of(EventSample sample) {
    return Headline.of(sample.build());
  }

  @Test
  void theTopmostFrameOfOurOwnCodeIsTheCulprit() {
    EventSample sample =
        event()
            .thrown(
                "TypeError",
                "x is undefined",
                system("map", "node_modules/lodash/map.js", 3, 1),
                frame("total", "src/Checkout.tsx", 31, 9),
                frame("onClick", "src/Checkout.tsx", 58, 9));
    assertThat(of(sample).culprit()).isEqualTo(new Issue.Culprit("src/Checkout.tsx", 31, "total"));
  }

  @Test
  void inAChainTheCulpritIsWhereItBegan() {
    EventSample sample =
        event()
            .thrown("ServletException", "wrapped", java("com.shop.Web", "get", "Web.java", 3, true))
            .thrown("NullPointerException", "", java("com.shop.Cart", "sum", "Cart.java", 9, true));
    assertThat(of(sample).culprit()).isEqualTo(new Issue.Culprit("Cart.java", 9, "sum"));
    assertThat(of(sample).title()).isEqualTo("ServletException: wrapped");
  }

  @Test
  void withoutOurOwnCodeTheTopmostFrameIsTheCulprit() {
    EventSample sample = event().thrown("E", "", system("flush", "react-dom.js", 3, 1));
    assertThat(of(sample).culprit()).isEqualTo(new Issue.Culprit("react-dom.js", 3, "flush"));
    assertThat(of(event().thrown("Error", "no frames")).culprit()).isNull();
  }

  @Test
  void aTitleIsOneBoundedLineWithoutControlCharacters() {
    Headline headline =
        of(event().thrown("Error", "\n first \u001b[31mline\u0000\nsecond " + "x".repeat(9000)));
    assertThat(headline.title()).isEqualTo("Error: first [31mline");
    assertThat(of(event().message("\ud83d\ude00".repeat(500))).title())
        .hasSizeLessThanOrEqualTo(302);
  }

  @Test
  void aReportIsNamedByItsTitle() {
    assertThat(of(event().report("Cannot pay", null)).title()).isEqualTo("Cannot pay");
    assertThat(of(event().report(null, "note")).title()).isEqualTo("Untitled report");
    assertThat(of(event().message("disk is full")).type()).isEqualTo("Message");
  }
}
