package dev.suture.otlp;

import dev.suture.event.Event;
import dev.suture.event.Event.Breadcrumb;
import dev.suture.event.EventId;
import dev.suture.event.Level;
import dev.suture.event.StackText;
import dev.suture.event.Thrown;
import dev.suture.event.Times;
import dev.suture.ingest.Arrival;
import dev.suture.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A recorded exception in our own words.
final class EventTranslation {
  private static final long NANOS = 1_000_000_000L;
  private static final List<String> TAGS =
      List.of(
          "service.name",
          "service.namespace",
          "host.name",
          "http.route",
          "http.response.status_code");

  private final StackText stackText;

  EventTranslation(StackText stackText) {
    this.stackText = stackText;
  }

  Event translate(Recorded recorded, Arrival arrival) {
    Attributes resource = recorded.resource();
    Instant at = Times.believed(instant(recorded.nanos()), null, arrival.received());
    Level level = level(recorded.severity());
    String platform = platform(resource.get("telemetry.sdk.language"));
    return new Event(
        id(recorded),
        arrival.project(),
        at,
        arrival.received(),
        level,
        platform,
        cut(resource.get("service.version")),
        cut(resource.first("deployment.environment.name", "deployment.environment")),
        recorded.name().isBlank() ? null : recorded.name(),
        null,
        thrown(recorded, platform, level),
        user(recorded),
        request(recorded),
        tags(recorded),
        breadcrumbs(recorded, at, level),
        List.of(),
        sdk(resource),
        null,
        details(recorded));
  }

  private static Event.Details details(Recorded recorded) {
    return new Event.Details(
        null,
        isId(recorded.trace()) ? recorded.trace() : null,
        List.of(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  /// One exception may come twice, as a span event and as a log record, and a sender that got no
  /// answer sends a whole request again: what is the same in all of them makes the id. Outside of a
  /// trace that is the time and the stack.
  private static String id(Recorded recorded) {
    Attributes own = recorded.own();
    boolean traced = isId(recorded.trace()) && isId(recorded.span());
    List<String> parts = new ArrayList<>();
    if (traced) {
      parts.addAll(List.of(recorded.trace(), recorded.span()));
    } else {
      parts.addAll(
          List.of(
              recorded.resource().get("service.name"),
              recorded.resource().get("service.instance.id"),
              Long.toString(recorded.nanos()),
              own.get(Attributes.STACKTRACE)));
    }
    parts.addAll(List.of(own.get(Attributes.TYPE), own.get(Attributes.MESSAGE)));
    StringBuilder joined = new StringBuilder(traced ? "traced" : "untraced");
    for (String part : parts) {
      joined.append('\n').append(part.length()).append(' ').append(part);
    }
    return EventId.derive(joined.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isId(String hex) {
    return !hex.isEmpty() && hex.chars().anyMatch(digit -> digit != '0');
  }

  private static @Nullable Instant instant(long nanos) {
    return nanos == 0
        ? null
        : Instant.ofEpochSecond(
            Long.divideUnsigned(nanos, NANOS), Long.remainderUnsigned(nanos, NANOS));
  }

  /// Four numbers for each of trace, debug, info, warn, error and fatal; a span has none.
  private static Level level(long severity) {
    if (severity < 1 || severity > 24) {
      return Level.error;
    }
    return switch ((int) (severity - 1) / 4) {
      case 0, 1 -> Level.debug;
      case 2 -> Level.info;
      case 3 -> Level.warning;
      case 4 -> Level.error;
      default -> Level.fatal;
    };
  }

  private static String platform(String language) {
    return switch (language) {
      case "java", "python", "go", "ruby", "php" -> language;
      case "nodejs" -> "node";
      case "webjs" -> "javascript";
      case "dotnet" -> "csharp";
      case "cpp", "rust", "swift" -> "native";
      default -> "other";
    };
  }

  /// The chain from the text, its first exception as the attributes name it; that alone when the
  /// text says nothing.
  private List<Thrown> thrown(Recorded recorded, String platform, Level level) {
    Attributes own = recorded.own();
    boolean handled = !own.get(Attributes.ESCAPED).equals("true") && level != Level.fatal;
    String mechanism = recorded.name().isEmpty() ? "log record" : "span event";
    List<Thrown> thrown = new ArrayList<>();
    for (Thrown read : stackText.parse(platform, own.get(Attributes.STACKTRACE))) {
      boolean top = thrown.isEmpty();
      String type = top ? own.get(Attributes.TYPE) : "";
      String value = top ? own.get(Attributes.MESSAGE) : "";
      thrown.add(
          new Thrown(
              Fields.cut(type.isBlank() ? read.type() : type, Fields.NAME),
              value.isBlank() ? read.value() : value,
              handled,
              mechanism,
              read.frames()));
    }
    if (thrown.isEmpty()) {
      String type = Fields.cut(own.get(Attributes.TYPE), Fields.NAME);
      thrown.add(new Thrown(type, own.get(Attributes.MESSAGE), handled, mechanism, List.of()));
    }
    return List.copyOf(thrown);
  }

  private static Event.@Nullable User user(Recorded recorded) {
    String id = either(recorded, "user.id", "enduser.id");
    String email = either(recorded, "user.email");
    String name = either(recorded, "user.name");
    boolean none = id == null && email == null && name == null;
    return none ? null : new Event.User(id, email, name, null);
  }

  private static Event.@Nullable Request request(Recorded recorded) {
    String method = either(recorded, "http.request.method", "http.method");
    String url = either(recorded, "url.full", "http.url");
    return method == null && url == null ? null : new Event.Request(method, url, new TreeMap<>());
  }

  private static @Nullable String either(Recorded recorded, String... names) {
    String own = recorded.own().first(names);
    return cut(own == null ? recorded.around().first(names) : own);
  }

  private static SortedMap<String, String> tags(Recorded recorded) {
    SortedMap<String, String> tags = new TreeMap<>();
    for (String name : TAGS) {
      String value = either(recorded, name);
      value = value == null ? recorded.resource().first(name) : value;
      if (value != null) {
        tags.put(name, Fields.cut(value, Fields.NAME));
      }
    }
    if (!recorded.scope().isBlank()) {
      tags.put("logger", recorded.scope());
    }
    return tags;
  }

  /// What the log said when it recorded the exception.
  private static List<Breadcrumb> breadcrumbs(Recorded recorded, Instant at, Level level) {
    return recorded.body().isBlank()
        ? List.of()
        : List.of(new Breadcrumb(at, "log", level, recorded.body()));
  }

  private static Event.Sdk sdk(Attributes resource) {
    String name = resource.get("telemetry.sdk.name");
    return new Event.Sdk(
        Fields.cut(name.isBlank() ? "opentelemetry" : name, Fields.NAME),
        Fields.cut(resource.get("telemetry.sdk.version"), Fields.NAME));
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.isBlank() ? null : Fields.cut(text, 1024);
  }
}
