package dev.suture.sentry;

import dev.suture.event.Event;
import dev.suture.event.Event.Breadcrumb;
import dev.suture.event.Event.DebugFile;
import dev.suture.event.EventId;
import dev.suture.event.Level;
import dev.suture.event.Times;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.json.Fields;
import dev.suture.json.OnDemand;
import dev.suture.json.TolerantJson;
import dev.suture.json.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// An event item in our own words. Every field may be missing or of another type than documented;
/// that costs the field and never the event.
final class EventTranslation {
  private static final int TAGS = 100;
  private static final int HEADERS = 100;
  private static final int QUERY = 50;
  private static final int BREADCRUMBS = 100;
  private static final int DEBUG_FILES = 500;
  private static final int CONTEXTS = 50;
  private static final int CONTEXT_FACTS = 50;
  private static final int EXTRA = 100;
  private static final int FINGERPRINT = 20;
  private static final int TITLE = 200;
  private static final int NOTE = 4000;

  /// Request headers that authenticate: never kept, whoever sends them.
  private static final Set<String> SECRET_HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "x-api-key",
          "x-auth-token",
          "x-csrf-token",
          "x-xsrf-token",
          "x-sentry-auth");

  private static final Pattern DEBUG_ID =
      Pattern.compile("([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})");

  private EventTranslation() {}

  /// @param json what the payload holds
  /// @param id of the envelope, which beats the payload's
  /// @param sent when the sender says it sent the envelope
  static Event translate(
      Value json, EventRoom payload, Arrival arrival, @Nullable String id, @Nullable Instant sent) {
    Fields event = new Fields(json);
    String platform = event.text("platform", 64, "other").toLowerCase(Locale.ROOT);
    Instant received = arrival.received();
    Instant said = Times.parse(event.value("timestamp"));
    Instant at = Times.believed(said, sent, received);
    Fields sdk = event.object("sdk");
    return new Event(
        id != null ? id : ownId(event, payload, received),
        arrival.project(),
        at,
        received,
        level(event.text("level", 20), Level.error),
        platform,
        event.text("release", Fields.NAME),
        event.text("environment", Fields.NAME),
        event.text("transaction", Fields.NAME),
        message(event),
        StackTranslation.thrown(event, platform),
        user(event.object("user")),
        request(event.object("request")),
        tags(event),
        breadcrumbs(event, at),
        debugFiles(event.object("debug_meta")),
        new Event.Sdk(
            sdk.text("name", Fields.NAME, "unknown"), sdk.text("version", Fields.NAME, "")),
        report(event.object("contexts").object("suture")),
        said == null || said.equals(at)
            ? details(event, platform)
            : details(event, platform).saidAt(said));
  }

  /// The sender's tags; the host and the logger stand beside them in the event.
  private static SortedMap<String, String> tags(Fields event) {
    SortedMap<String, String> tags = event.pairs("tags", TAGS);
    for (String name : List.of("server_name", "logger")) {
      String value = event.text(name, Fields.NAME);
      if (value != null) {
        tags.putIfAbsent(name, value);
      }
    }
    return tags;
  }

  private static Event.Details details(Fields event, String platform) {
    Fields contexts = event.object("contexts");
    SortedMap<String, SortedMap<String, String>> facts = new TreeMap<>();
    for (String name : contexts.names(CONTEXTS)) {
      SortedMap<String, String> one = contexts.pairs(name, CONTEXT_FACTS);
      if (!one.isEmpty() && !name.equals("suture")) {
        facts.put(name, one);
      }
    }
    SortedMap<String, String> locals = StackTranslation.locals(event, platform);
    if (!locals.isEmpty()) {
      facts.put(Event.Details.LOCALS, locals);
    }
    return new Event.Details(
        event.text("dist", Fields.NAME),
        contexts.object("trace").text("trace_id", Fields.NAME),
        event.texts("fingerprint", FINGERPRINT, Fields.NAME),
        facts,
        event.pairs("extra", EXTRA));
  }

  static Value parse(EventRoom payload) throws Malformed {
    try {
      Value node = TolerantJson.readBriefly(payload.bytes(), payload.length());
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JacksonException broken) {
      throw new Malformed("the event is no JSON");
    }
    throw new Malformed("the event is no JSON object");
  }

  private static String ownId(Fields event, EventRoom payload, Instant received) {
    String text = event.text("event_id", Fields.NAME, "");
    return EventId.parse(text).orElseGet(() -> EventId.derive(payload.copy(), received));
  }

  static Level level(@Nullable String word, Level otherwise) {
    return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
      case "debug", "trace" -> Level.debug;
      case "info", "log", "notice" -> Level.info;
      case "warning", "warn" -> Level.warning;
      case "error" -> Level.error;
      case "fatal", "critical" -> Level.fatal;
      default -> otherwise;
    };
  }

  static @Nullable String message(Fields event) {
    for (String name : List.of("logentry", "message", "sentry.interfaces.Message")) {
      Fields entry = event.object(name);
      String text = entry.text("formatted", Fields.TEXT);
      if (text == null) {
        text = entry.text("message", Fields.TEXT);
      }
      if (text == null) {
        text = event.text(name, Fields.TEXT);
      }
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static Event.@Nullable User user(Fields user) {
    String id = user.text("id", Fields.NAME);
    String email = user.text("email", Fields.NAME);
    String name = user.text("username", Fields.NAME, "");
    String shown = name.isEmpty() ? user.text("name", Fields.NAME) : name;
    String ip = user.text("ip_address", Fields.NAME);
    String address = "{{auto}}".equals(ip) ? null : ip;
    return id == null && email == null && shown == null && address == null
        ? null
        : new Event.User(id, email, shown, address);
  }

  private static Event.@Nullable Request request(Fields request) {
    if (!request.isPresent()) {
      return null;
    }
    SortedMap<String, String> headers = request.pairs("headers", HEADERS);
    headers.keySet().removeIf(name -> SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    return new Event.Request(
        request.text("method", 20),
        url(request),
        headers,
        request.whole("data", Event.Request.LONGEST_BODY));
  }

  /// SDKs of servers send the query apart.
  private static @Nullable String url(Fields request) {
    String url = request.text("url", Fields.TEXT);
    String query = request.text("query_string", Fields.TEXT, query(request));
    return url == null || query.isEmpty() || url.contains("?") || url.contains("#")
        ? url
        : url + "?" + query.replaceAll("^\\?", "");
  }

  /// Of those that send it in parts.
  private static String query(Fields request) {
    return request.pairs("query_string", QUERY).entrySet().stream()
        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<Breadcrumb> breadcrumbs(Fields event, Instant at) {
    List<Fields> sent = event.objects("breadcrumbs");
    int first = Math.max(0, sent.size() - BREADCRUMBS);
    return OnDemand.of(sent.size() - first, place -> breadcrumb(sent.get(first + place), at));
  }

  private static Breadcrumb breadcrumb(Fields one, Instant at) {
    Instant when = Times.parse(one.value("timestamp"));
    return new Breadcrumb(
        when == null ? at : when,
        one.text("category", Fields.NAME, one.text("type", Fields.NAME, "default")),
        level(one.text("level", 20), Level.info),
        describe(one));
  }

  /// The message; a request without one is told by its data.
  private static String describe(Fields breadcrumb) {
    String message = breadcrumb.text("message", 2048);
    if (message != null) {
      return message;
    }
    Fields data = breadcrumb.object("data");
    String url = data.text("url", 1024);
    if (url != null) {
      String status = data.text("status_code", 10);
      String line = data.text("method", 20, "GET") + " " + url;
      return status == null ? line : line + " -> " + status;
    }
    String to = data.text("to", 1024);
    return to == null ? "" : data.text("from", 1024, "") + " -> " + to;
  }

  private static List<DebugFile> debugFiles(Fields meta) {
    List<DebugFile> files = new ArrayList<>();
    for (Fields image : meta.objects("images")) {
      String file = image.text("code_file", Fields.TEXT);
      Matcher id = DEBUG_ID.matcher(image.text("debug_id", 64, "").toLowerCase(Locale.ROOT));
      boolean map = image.text("type", 40, "").equals("sourcemap");
      if (map && file != null && id.matches() && files.size() < DEBUG_FILES) {
        files.add(new DebugFile(file, id.replaceAll("$1-$2-$3-$4-$5")));
      }
    }
    return files;
  }

  private static Event.@Nullable Report report(Fields report) {
    return report.text("type", 40, "").equals("capture")
        ? new Event.Report(report.text("title", TITLE), report.text("note", NOTE))
        : null;
  }
}
