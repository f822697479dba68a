package dev.suture.ingest.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.event.EventSample;
import dev.suture.event.Frame;
import dev.suture.project.Settings;
import dev.suture.project.Settings.Filters;
import dev.suture.project.Settings.LegacyBrowser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {
  private static final Filters ALL =
      new Filters(
          true,
          true,
          true,
          true,
          true,
          Arrays.asList(LegacyBrowser.values()),
          List.of("*out of memory*"),
          List.of("shop@0.*"),
          List.of("10.1.0.0/16", "2001:db8::/32"),
          List.of("https://ads.example/*"));
  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/126.0.0.0 Safari/537.36";

  private static Optional<String> asked(Filters filters, Event event) {
    return Inbound.of(filters).refuses(event, "203.0.113.7");
  }

  private static Event from(String agent) {
    return withRequest("https://shop.example/cart", "User-Agent", agent);
  }

  private static Event withRequest(String url, String header, String value) {
    Event event = EventSample.event().message("boom").build();
    TreeMap<String, String> headers = new TreeMap<>();
    headers.put(header, value);
    return event.scrubbed(
        new Event.Scrubbed(
            null,
            event.message(),
            event.thrown(),
            event.user(),
            new Event.Request("GET", url.isEmpty() ? null : url, headers),
            event.tags(),
            event.breadcrumbs(),
            null),
        event.details());
  }

  private static Event thrown(String value, String file) {
    Frame frame = new Frame("f", file, 1, 1, true, null, null, null, null);
    return EventSample.event().thrown("TypeError", value, frame).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "AdsBot-Google (+http://www.google.com/adsbot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 (compatible; Baiduspider/2.0)",
        "Twitterbot/1.0",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Mozilla/5.0 (compatible; HubSpot Crawler; web-crawlers@hubspot.com)",
        "Better Uptime Bot Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
        "Mozilla/5.0 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)"
      })
  void crawlersAreFilteredByDefault(String agent) {
    assertThat(asked(Filters.DEFAULT, from(agent))).contains("web crawler");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHROME,
        "Slackbot 1.0(+https://api.slack.com/robots)",
        "APIs-Google (+https://developers.google.com/webmasters/APIs-Google.html)",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/17.4 Safari/605.1.15",
        "python-requests/2.31",
        "robotics/1.0",
        ""
      })
  void peopleAndProgramsAreNot(String agent) {
    assertThat(asked(ALL, from(agent))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ie8|Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.0; Trident/4.0)",
        "ie9|Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 7.1; Trident/5.0)",
        "ie10|Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.1; Trident/6.0)",
        "ie11|Mozilla/5.0 (Windows NT 6.3; Trident/7.0; rv:11.0) like Gecko",
        "edge78|Mozilla/5.0 (Windows NT 10.0) Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763",
        "operaMini34|Opera/9.80 (J2ME/MIDP; Opera Mini/7.0.32796/59.323; U; fr) Version/12.16",
        "opera14|Mozilla/5.0 (Windows NT 6.1) Chrome/27.0.1453.12 Safari/537.36 OPR/14.0.1116.4",
        "opera14|Opera/9.80 (X11; Linux i686) Presto/2.12.388 Version/12.16",
        "android3|Mozilla/5.0 (Linux; U; Android 3.2; nl-nl) AppleWebKit/534.13 Version/4.0 Safari/534.13",
        "safari5|Mozilla/5.0 (Macintosh; U; Intel Mac OS X) AppleWebKit/533.16 Version/5.0 Safari/533.16",
        "chrome62|Mozilla/5.0 (Windows NT 6.1) Chrome/41.0.2228.0 Safari/537.36",
        "firefox66|Mozilla/5.0 (X11; Linux x86_64; rv:60.0) Gecko/20100101 Firefox/60.0"
      })
  void anOldBrowserIsFilteredWhereItIsChosen(LegacyBrowser browser, String agent) {
    assertThat(asked(legacy(List.of(browser)), from(agent))).contains("legacy browser");
    List<LegacyBrowser> others =
        Arrays.stream(LegacyBrowser.values()).filter(each -> each != browser).toList();
    assertThat(asked(legacy(others), from(agent))).isEmpty();
    assertThat(asked(legacy(List.of(browser)), from(CHROME))).isEmpty();
  }

  private static Filters legacy(List<LegacyBrowser> browsers) {
    return new Filters(
        false, false, false, false, false, browsers, List.of(), List.of(), List.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Extension context invalidated.|src/a.js",
        "can't access dead object|src/a.js",
        "null is not an object (evaluating 'elt.parentNode')|src/a.js",
        "x is undefined|chrome-extension://abcdef/content.js",
        "x is undefined|moz-extension://abcdef/content.js",
        "x is undefined|safari-web-extension://abcdef/content.js",
        "x is undefined|https://fscr.kaspersky-labs.com/main.js"
      })
  void whatAnExtensionCausedIsFilteredOnceSwitchedOn(String value, String file) {
    assertThat(asked(ALL, thrown(value, file))).contains("browser extension");
    assertThat(asked(Filters.DEFAULT, thrown(value, file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:3000/cart,localhost",
    "http://127.0.0.1/,localhost",
    "http://app.localhost/,localhost",
    "http://[::1]:8080/,localhost",
    "file:///srv/page.html,localhost",
    "https://localhost.example.com/,",
    "https://mylocalhost/,",
    "https://shop.example/?next=http://localhost/,"
  })
  void theOwnMachineIsToldByTheAddressOfThePage(String url, String reason) {
    assertThat(asked(ALL, withRequest(url, "Accept", "*/*")))
        .isEqualTo(Optional.ofNullable(reason));
  }

  @Test
  void theHostHeaderCountsWhereThereIsNoAddress() {
    assertThat(asked(ALL, withRequest("", "Host", "localhost:3000"))).contains("localhost");
    assertThat(asked(ALL, withRequest("", "Host", "shop.example"))).isEmpty();
  }

  @Test
  void probesAreFilteredByDefault() {
    assertThat(asked(Filters.DEFAULT, from("kube-probe/1.29"))).contains("health check");
    assertThat(asked(Filters.DEFAULT, from("ELB-HealthChecker/2.0"))).contains("health check");
  }

  @Test
  void messagesReleasesAndNetworksAreGlobsAndRanges() {
    assertThat(asked(ALL, thrown("Out of memory at 3", "a.js"))).contains("error message");
    assertThat(asked(ALL, EventSample.event().message("x").release("shop@0.9").build()))
        .contains("release");
    Inbound inbound = Inbound.of(ALL);
    Event event = EventSample.event().message("x").build();
    assertThat(inbound.refuses(event, "10.1.200.3")).contains("address");
    assertThat(inbound.refuses(event, "[2001:db8:0:0:0:0:0:9]")).contains("address");
    assertThat(inbound.refuses(event, "10.2.0.1")).isEmpty();
    assertThat(inbound.refuses(event, "not an address")).isEmpty();
  }

  @Test
  void noiseOfBrowsersIsFilteredOnceSwitchedOn() {
    Event loop = EventSample.event().thrown("Error", "ResizeObserver loop limit exceeded").build();
    Event script = EventSample.event().thrown("Error", "Script error.").build();
    assertThat(asked(ALL, loop)).contains("browser noise");
    assertThat(asked(ALL, script)).contains("browser noise");
    assertThat(asked(Filters.DEFAULT, loop)).isEmpty();
  }

  @Test
  void whatAContentSecurityPolicyBlockedIsFilteredByItsOrigin() {
    Event report =
        EventSample.event()
            .message("Blocked")
            .tag("blocked-uri", "https://ads.example/x.js")
            .build();
    assertThat(asked(ALL, report)).contains("csp origin");
    assertThat(asked(Settings.Filters.DEFAULT, report)).isEmpty();
  }
}
