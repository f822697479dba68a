package dev.suture.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.capture.Part;
import dev.suture.event.Event;
import dev.suture.store.FileBlobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
  @TempDir Path folder;

  private static final double ZERO = Bodies.AT.toEpochMilli();

  @Test
  void putsActionsExchangesConsoleAndErrorOnOneClock() {
    var recording =
        read(
            Map.of(
                "page.json",
                "{\"url\":\"https://shop.test/\",\"window\":{\"from\":0,\"to\":%f}}"
                    .formatted(ZERO + 100),
                "actions.json",
                """
                [{"at":%f,"kind":"navigate","url":"/checkout"},
                 {"at":%f,"kind":"click","target":{"tag":"button","css":"#pay","testId":"pay","name":"Pay"}}]
                """
                    .formatted(ZERO - 900, ZERO - 300),
                "console.json",
                "[{\"at\":%f,\"level\":\"error\",\"args\":[\"no\",\"items\"],\"count\":3}]"
                    .formatted(ZERO + 1),
                "network.har",
                har("r1", ZERO - 200, 40, "{\\\"items\\\":[]}")));
    assertThat(Timeline.of(Bodies.event(), recording))
        .extracting(entry -> (long) entry.ms() + " " + entry.kind() + " " + entry.text())
        .containsExactly(
            "-900 navigation navigate to=\"/checkout\"",
            "-300 action click testId=\"pay\" name=\"Pay\"",
            "-200 exchange POST /api/cart -> 200, 40 ms",
            "0 error TypeError: Cannot read properties of undefined (reading 'sku')",
            "1 console error: no items (3 times)");
  }

  @Test
  void anAnswerIsThereWithItsHeadersWhereAPageDealsWithItBeforeItsEndIsNoted() {
    String entry =
        """
        {"_id":"%s","_at":%f,"_kind":"%s","time":60,
         "timings":{"send":0,"wait":%d,"receive":%d},
         "request":{"method":"GET","url":"https://shop.test/api"},"response":{"status":%d}}
        """;
    String har =
        "{\"log\":{\"entries\":["
            + String.join(
                ",",
                entry.formatted("dealt", ZERO, "xhr", 18, 42, 200),
                entry.formatted("refused", ZERO, "fetch", 18, 42, 503),
                entry.formatted("read", ZERO, "fetch", 18, 42, 200),
                entry.formatted("long", ZERO, "xhr", -140, 200, 200))
            + "]}}";
    assertThat(read(Map.of("network.har", har)).exchanges())
        .extracting(each -> each.id() + " " + Math.round(each.ms()))
        .containsExactly("dealt 18", "refused 18", "read 60", "long 60");
  }

  @Test
  void breadcrumbsStandInWhereNoRecorderWas() {
    assertThat(Timeline.ofBreadcrumbs(Bodies.event()))
        .extracting(Bundle.TimelineEntry::kind, Bundle.TimelineEntry::ms)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("action", -2000.0),
            org.assertj.core.groups.Tuple.tuple("error", 0.0));
  }

  @Test
  void theNearestExchangeEndedClosestToTheFailureAndHadStartedByThen() {
    var early = Bodies.exchange("early", ZERO - 900, 20, "a");
    var nearest = Bodies.exchange("nearest", ZERO - 200, 195, "b");
    var endsJustAfter = Bodies.exchange("copy", ZERO - 100, 102, "c");
    var polling = Bodies.exchange("polling", ZERO - 5000, 25000, "d");
    var later = Bodies.exchange("later", ZERO + 1, 1, "e");
    assertThat(Timeline.nearest(List.of(early, nearest, polling, later), ZERO)).contains(nearest);
    assertThat(Timeline.nearest(List.of(early, nearest, endsJustAfter), ZERO))
        .contains(endsJustAfter);
    assertThat(Timeline.nearest(List.of(later), ZERO)).isEmpty();
  }

  @Test
  void anEventFromAnotherClockFailsAtTheEndOfTheRecording() {
    var recording =
        new Recording(
            List.of(), List.of(), List.of(), List.of(), new TreeMap<>(), ZERO - 60_000, List.of());
    assertThat(Timeline.failure(Bodies.event(), recording)).isEqualTo(ZERO - 60_000);
  }

  /// What the server makes of a wrong clock is no time of the page.
  @Test
  void anEventOfAWrongClockFailedWhenItSaysItself() {
    var recording =
        read(Map.of("page.json", "{\"window\":{\"from\":0,\"to\":%f}}".formatted(ZERO + 500)));
    Event event = Bodies.event();
    Event corrected =
        new Event(
            event.id(),
            event.project(),
            event.at().plusSeconds(86_400),
            event.received(),
            event.level(),
            event.platform(),
            event.release(),
            event.environment(),
            event.transaction(),
            event.message(),
            event.thrown(),
            event.user(),
            event.request(),
            event.tags(),
            event.breadcrumbs(),
            event.debugFiles(),
            event.sdk(),
            event.report(),
            event.details().saidAt(event.at()));
    assertThat(Timeline.failure(corrected, recording)).isEqualTo(ZERO);
  }

  @Test
  void aSpoiltPartIsSaidAndTheOthersAreRead() {
    var recording =
        read(
            Map.of("network.har", "{{{", "console.json", "{\"not\":\"a list\"}", "page.json", "7"));
    assertThat(recording.exchanges()).isEmpty();
    assertThat(recording.problems()).singleElement().asString().contains("network.har");
  }

  @Test
  void anExchangeIdThatIsNotPlainIsReplaced() {
    var recording = read(Map.of("network.har", har("run this now", ZERO, 1, "x")));
    assertThat(recording.exchanges()).extracting(Exchange::id).containsExactly("entry-0");
  }

  @Test
  void readsWhatTheRecorderWrites() throws IOException {
    Map<String, String> parts = new TreeMap<>();
    for (String name : List.of("page.json", "console.json", "actions.json")) {
      parts.put(name, Files.readString(Path.of("../contract/samples/capture-" + name)));
    }
    parts.put("network.har", Files.readString(Path.of("../contract/samples/capture-network.json")));
    var recording = read(parts);
    assertThat(recording.problems()).isEmpty();
    assertThat(recording.until()).isPositive();
    assertThat(recording.page()).containsEntry("viewport", "1000x700").containsKey("notCaptured");
    assertThat(recording.actions())
        .extracting(Recording.Deed::text)
        .last()
        .isEqualTo("click testId=\"pay\" role=\"button\" name=\"Pay now\"");
    assertThat(recording.console().getFirst().text()).startsWith("cart is slow");
    assertThat(recording.exchanges().getFirst().responseBody()).isEqualTo("{\"left\":3}");
    assertThat(recording.exchanges())
        .allSatisfy(exchange -> assertThat(exchange.at()).isPositive())
        .noneMatch(exchange -> exchange.id().startsWith("entry-"));
  }

  private static String har(String id, double at, double ms, String body) {
    return """
    {"log":{"entries":[{"_id":"%s","_at":%f,"time":%f,
      "request":{"method":"POST","url":"/api/cart","headers":[]},
      "response":{"status":200,"headers":[],"content":{"text":"%s"}}}]}}
    """
        .formatted(id, at, ms, body);
  }

  private Recording read(Map<String, String> parts) {
    Blobs blobs = blobs(parts);
    Capture capture =
        new Capture(
            Bodies.EVENT,
            1,
            "shop-1",
            null,
            null,
            Bodies.AT,
            Bodies.AT,
            "suture.extension",
            parts.keySet().stream()
                .map(name -> new Part(name, "application/json", 1, name))
                .toList());
    return new RecordingReader(blobs).read(capture);
  }

  private Blobs blobs(Map<String, String> parts) {
    try {
      Blobs blobs = new FileBlobs(folder);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        blobs.put(part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      return blobs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
