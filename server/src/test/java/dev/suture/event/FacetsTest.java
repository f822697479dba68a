package dev.suture.event;

import static dev.suture.event.EventSample.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetsTest {
  private static Event withRequest(@Nullable String url, @Nullable String agent) {
    Event event = event().build();
    SortedMap<String, String> headers = new TreeMap<>();
    if (agent != null) {
      headers.put("user-agent", agent);
    }
    return new Event(
        event.id(),
        event.project(),
        Instant.EPOCH,
        Instant.EPOCH,
        Level.fatal,
        "javascript",
        "1.2.0",
        "production",
        "/cart",
        null,
        List.of(new Thrown("TypeError", "x", false, "onerror", List.of())),
        new Event.User("7", "ann@shop.example", "Ann", "10.0.0.1"),
        new Event.Request("GET", url, headers),
        new TreeMap<>(),
        List.of(),
        List.of(),
        event.sdk(),
        null,
        Event.Details.NONE);
  }

  @Test
  void whatTheEventSaysOfItselfIsCounted() {
    SortedMap<String, String> facets =
        Facets.of(withRequest("https://shop.example/cart?token=1#top", null));
    assertThat(facets)
        .containsEntry("level", "fatal")
        .containsEntry("release", "1.2.0")
        .containsEntry("environment", "production")
        .containsEntry("transaction", "/cart")
        .containsEntry("platform", "javascript")
        .containsEntry("handled", "no")
        .containsEntry("mechanism", "onerror")
        .containsEntry("sdk.name", "sentry.javascript.browser")
        .containsEntry("user", "ann@shop.example")
        .containsEntry("user.id", "7")
        .containsEntry("user.email", "ann@shop.example")
        .containsEntry("url", "https://shop.example/cart")
        .doesNotContainKeys("browser", "os", "device", "dist", "runtime");
  }

  @Test
  void contextsTellTheSurroundings() {
    SortedMap<String, String> facets =
        Facets.of(
            event()
                .context("browser", "name", "Chrome")
                .context("browser", "version", "126.0.6478.127")
                .context("os", "name", "iOS")
                .context("os", "version", "17.5.1")
                .context("device", "family", "iPhone")
                .context("runtime", "name", "node")
                .context("runtime", "version", "v22.4.1-nightly")
                .build());
    assertThat(facets)
        .containsEntry("browser", "Chrome 126")
        .containsEntry("browser.name", "Chrome")
        .containsEntry("os", "iOS 17.5")
        .containsEntry("os.name", "iOS")
        .containsEntry("device", "iPhone")
        .containsEntry("runtime", "node v22.4.1");
  }

  @Test
  void aSendersTagNeverStandsInForWhatTheEventSays() {
    SortedMap<String, String> facets =
        Facets.of(
            event()
                .release("2.0")
                .tag("release", "9.9")
                .tag("environment", "forged")
                .tag("user.email", "forged@shop.example")
                .tag("url", "https://forged.example")
                .tag("browser", "Netscape 4")
                .tag("plan", "gold")
                .build());
    assertThat(facets)
        .containsEntry("release", "2.0")
        .containsEntry("url", "https://shop.example/cart")
        .containsEntry("browser", "Netscape 4")
        .containsEntry("plan", "gold")
        .doesNotContainKeys("environment", "user.email");
  }

  @Test
  void namesAndValuesAreBounded() {
    EventSample sample = event().tag("two words", "x").tag("n".repeat(65), "x").tag("empty", "  ");
    for (int i = 100; i < 300; i++) {
      sample.tag("t" + i, "line\none" + "\uD83D\uDE00".repeat(200));
    }
    SortedMap<String, String> facets = Facets.of(sample.build());
    assertThat(facets.keySet().stream().filter(name -> name.matches("t[12].*")))
        .hasSize(Facets.MOST_OWN);
    assertThat(facets).doesNotContainKeys("two words", "empty");
    assertThat(facets.get("t100"))
        .startsWith("line one\uD83D\uDE00")
        .endsWith("\uD83D\uDE00")
        .hasSizeLessThanOrEqualTo(Facets.LONGEST_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome 126 | Windows 10 | -
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.87 | Edge 126 | Windows 10 | -
          Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0 | Opera 112 | Linux | -
          Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36 | Headless Chrome 126 | Linux | -
          Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0 | Firefox 127 | Linux | -
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15 | Safari 17 | macOS 10.15 | Mac
          Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | Safari 17 | iOS 17.5 | iPhone
          Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1 | Chrome 126 | iOS 16.6 | iPad
          Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 | WebKit | iOS 17.5 | iPhone
          Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 | Chrome 126 | Android 10 | -
          Mozilla/5.0 (Linux; Android 13; SM-G991B Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36 | Android WebView 125 | Android 13 | SM-G991B
          Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36 | Samsung Internet 25 | Android 14 | SAMSUNG SM-S918B
          Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0 | Firefox 127 | Android 14 | -
          Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko | Internet Explorer 11 | Windows 7 | -
          Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome 126 | Chrome OS | -
          Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | Googlebot 2 | Android 6.0 | Nexus 5X
          curl/8.5.0 | curl 8 | - | -
          okhttp/4.12.0 | okhttp 4 | - | -
          Mozilla/5.0 | - | - | -
          """)
  void theUserAgentTellsWhatNoContextDoes(
      String agent, @Nullable String browser, @Nullable String os, @Nullable String device) {
    SortedMap<String, String> facets = Facets.of(withRequest(null, agent));
    assertThat(facets.get("browser")).isEqualTo(browser);
    assertThat(facets.get("os")).isEqualTo(os);
    assertThat(facets.get("device")).isEqualTo(device);
  }
}
