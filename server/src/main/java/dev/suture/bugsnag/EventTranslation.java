package dev.suture.bugsnag;

import dev.suture.event.Event;
import dev.suture.event.Event.Breadcrumb;
import dev.suture.event.EventId;
import dev.suture.event.Level;
import dev.suture.event.Times;
import dev.suture.ingest.Arrival;
import dev.suture.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One error report in our own words. Every field may be missing or of another type than
/// documented; that costs the field and never the report.
final class EventTranslation {
  private static final int BREADCRUMBS = 100;
  private static final int TABS = 50;
  private static final int FACTS = 50;
  private static final int FLAGS = 20;

  /// Platforms by a word in the notifier's name; the longer word before the one inside it.
  private static final List<Map.Entry<String, String>> NOTIFIERS =
      List.of(
          Map.entry("javascript", "javascript"),
          Map.entry("react native", "javascript"),
          Map.entry("node", "node"),
          Map.entry("java", "java"),
          Map.entry("android", "java"),
          Map.entry("python", "python"),
          Map.entry("ruby", "ruby"),
          Map.entry("php", "php"),
          Map.entry(".net", "csharp"),
          Map.entry("bugsnag go", "go"));

  private final Fields report;
  private final Fields notifier;
  private final Fields device;
  private final List<Fields> exceptions;

  EventTranslation(Fields report, Fields notifier) {
    this.report = report;
    this.notifier = notifier;
    this.device = report.object("device");
    this.exceptions = report.objects("exceptions");
  }

  /// @param index of the report in its request
  Event event(Arrival arrival, int index) {
    Instant received = arrival.received();
    Fields app = report.object("app");
    String platform = platform();
    boolean handled = !Boolean.TRUE.equals(report.flag("unhandled"));
    String mechanism = report.object("severityReason").text("type", Fields.NAME);
    return new Event(
        id(arrival, index),
        arrival.project(),
        Times.believed(Times.parse(device.value("time")), null, received),
        received,
        level(report.text("severity", 20, "error")),
        platform,
        app.text("version", Fields.NAME),
        app.text("releaseStage", Fields.NAME),
        report.text("context", Fields.NAME),
        null,
        new StackTranslation(exceptions, platform).thrown(exceptions, handled, mechanism),
        user(report.object("user")),
        request(report.object("request")),
        tags(app),
        breadcrumbs(received),
        List.of(),
        new Event.Sdk(
            notifier.text("name", Fields.NAME, "bugsnag"),
            notifier.text("version", Fields.NAME, "")),
        null,
        details());
  }

  private Event.Details details() {
    String grouping = report.text("groupingHash", Fields.NAME);
    Fields tabs = report.object("metaData");
    SortedMap<String, SortedMap<String, String>> contexts = new TreeMap<>();
    for (String tab : tabs.names(TABS)) {
      SortedMap<String, String> facts = tabs.pairs(tab, FACTS);
      if (!facts.isEmpty()) {
        contexts.put(tab, facts);
      }
    }
    device(contexts, "browser", "browserName", "browserVersion");
    device(contexts, "os", "osName", "osVersion");
    fact(contexts, "device", "model", device.text("model", Fields.NAME));
    return new Event.Details(
        null,
        report.object("correlation").text("traceId", Fields.NAME),
        grouping == null ? List.of() : List.of(grouping),
        contexts,
        new TreeMap<>());
  }

  private void device(
      SortedMap<String, SortedMap<String, String>> contexts,
      String context,
      String name,
      String version) {
    fact(contexts, context, "name", device.text(name, Fields.NAME));
    fact(contexts, context, "version", device.text(version, Fields.NAME));
  }

  private static void fact(
      SortedMap<String, SortedMap<String, String>> contexts,
      String context,
      String name,
      @Nullable String value) {
    if (value != null) {
      contexts.computeIfAbsent(context, _ -> new TreeMap<>()).put(name, value);
    }
  }

  /// Reports carry no id: the bytes, their arrival and the place in the request make one that is
  /// the same each time that they are digested.
  private static String id(Arrival arrival, int index) {
    String place = arrival.received() + " " + index;
    return EventId.derive(arrival.body(), place.getBytes(StandardCharsets.US_ASCII));
  }

  private static Level level(String severity) {
    return switch (severity) {
      case "info" -> Level.info;
      case "warning" -> Level.warning;
      default -> Level.error;
    };
  }

  private String platform() {
    String type = exceptions.isEmpty() ? "" : exceptions.getFirst().text("type", 40, "");
    String named =
        switch (type) {
          case "browserjs", "expojs", "reactnativejs", "electronrendererjs" -> "javascript";
          case "nodejs", "electronnodejs" -> "node";
          case "android", "java" -> "java";
          case "c", "cocoa" -> "native";
          default -> null;
        };
    if (named != null) {
      return named;
    }
    String name = notifier.text("name", Fields.NAME, "").toLowerCase(Locale.ROOT);
    return NOTIFIERS.stream()
        .filter(known -> name.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("other");
  }

  private static Event.@Nullable User user(Fields user) {
    String id = user.text("id", Fields.NAME);
    String email = user.text("email", Fields.NAME);
    String name = user.text("name", Fields.NAME);
    boolean none = id == null && email == null && name == null;
    return none ? null : new Event.User(id, email, name, null);
  }

  /// Of the headers only those that tell the browser and what the body is: others may authenticate.
  private static Event.@Nullable Request request(Fields request) {
    String url = request.text("url", 1024);
    String method = request.text("httpMethod", 20);
    if (url == null && method == null) {
      return null;
    }
    SortedMap<String, String> headers = new TreeMap<>();
    Fields sent = request.object("headers");
    for (String name : List.of("User-Agent", "user-agent")) {
      put(headers, "User-Agent", sent.text(name, 1024));
    }
    for (String name : List.of("Content-Type", "content-type")) {
      put(headers, "Content-Type", sent.text(name, Fields.NAME));
    }
    return new Event.Request(
        method, url, headers, request.whole("body", Event.Request.LONGEST_BODY));
  }

  private SortedMap<String, String> tags(Fields app) {
    SortedMap<String, String> tags = new TreeMap<>();
    put(tags, "app.type", app.text("type", Fields.NAME));
    put(tags, "server_name", device.text("hostname", Fields.NAME));
    List<Fields> flags = report.objects("featureFlags");
    for (Fields flag : flags.subList(0, Math.min(flags.size(), FLAGS))) {
      String name = flag.text("featureFlag", Fields.NAME);
      if (name != null) {
        put(tags, "flag." + name, flag.text("variant", Fields.NAME, "on"));
      }
    }
    return tags;
  }

  private static void put(SortedMap<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private List<Breadcrumb> breadcrumbs(Instant received) {
    List<Breadcrumb> breadcrumbs = new ArrayList<>();
    List<Fields> sent = report.objects("breadcrumbs");
    for (Fields crumb : sent.subList(Math.max(0, sent.size() - BREADCRUMBS), sent.size())) {
      String type = crumb.text("type", Fields.NAME, "manual");
      breadcrumbs.add(
          new Breadcrumb(
              Times.believed(Times.parse(crumb.value("timestamp")), null, received),
              type,
              type.equals("error") ? Level.error : Level.info,
              crumb.text("name", Fields.TEXT, "")));
    }
    return List.copyOf(breadcrumbs);
  }
}
