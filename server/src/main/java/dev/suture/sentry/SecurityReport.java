package dev.suture.sentry;

import dev.suture.event.Event;
import dev.suture.event.EventId;
import dev.suture.event.Level;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.json.Fields;
import dev.suture.json.TolerantJson;
import dev.suture.json.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reports that browsers send by themselves: violated content security policies, certificates that
/// did not fit, requests that failed on the way. In their old forms and in that of the Reporting
/// API. Grouped by what was blocked and by which rule; nothing that they name is fetched.
final class SecurityReport {
  private static final int REPORTS = 20;
  private static final int URL = 2048;
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z][a-z0-9+.-]{0,20}:)?//(?:[^/?#@]{0,200}@)?([^/?#]{1,255}).*");

  private final Arrival arrival;
  private final EnvelopeReader.Header header;
  private final byte[] payload;

  /// What of a report makes an event.
  ///
  /// @param rule the directive, the kind of check, or the kind of failure
  /// @param target what was blocked or not reached
  private record Found(
      String kind, String rule, String target, String message, @Nullable String page) {}

  SecurityReport(Arrival arrival, EnvelopeReader.Header header, byte[] payload) {
    this.arrival = arrival;
    this.header = header;
    this.payload = payload;
  }

  /// @throws Malformed when nothing in it is a report that is known
  List<Event> events() throws Malformed {
    List<Event> events = new ArrayList<>();
    for (Fields report : reports()) {
      Found found = found(report);
      if (found != null && events.size() < REPORTS) {
        events.add(event(found, report, events.size()));
      }
    }
    if (events.isEmpty()) {
      throw new Malformed("no report that is known");
    }
    return events;
  }

  private List<Fields> reports() throws Malformed {
    Value sent;
    try {
      sent = TolerantJson.read(payload);
    } catch (JacksonException broken) {
      throw new Malformed("the report is no JSON");
    }
    List<Fields> reports = new ArrayList<>();
    if (sent != null && sent.isArray()) {
      sent.forEach(each -> reports.add(new Fields(each)));
    } else {
      reports.add(new Fields(sent));
    }
    return reports;
  }

  private static @Nullable Found found(Fields report) {
    Fields csp = report.object("csp-report");
    if (csp.isPresent()) {
      return policy(csp);
    }
    for (String name : List.of("expect-ct-report", "expect-staple-report")) {
      if (report.object(name).isPresent()) {
        return certificate(report.object(name), name.replace("-report", ""));
      }
    }
    if (report.value("known-pins") != null && report.text("hostname", 255) != null) {
      return certificate(report, "hpkp");
    }
    return switch (report.text("type", 40, "")) {
      case "csp-violation" -> policy(report.object("body"));
      case "network-error" -> network(report);
      default -> null;
    };
  }

  private static Found policy(Fields csp) {
    String directive = first(csp, "effective-directive", "effectiveDirective");
    if (directive == null) {
      directive = first(csp, "violated-directive", "violatedDirective");
    }
    String rule = directive == null ? "unknown" : directive.strip().split("\\s", 2)[0];
    String page = first(csp, "document-uri", "documentURL");
    String blocked = first(csp, "blocked-uri", "blockedURL");
    String target = target(blocked == null ? "inline" : blocked, page);
    String thing = rule.replaceFirst("(-src)?(-elem|-attr)?$", "");
    String message =
        switch (target) {
          case "inline" -> "Blocked inline '" + thing + "'";
          case "eval" -> "Blocked unsafe (eval) '" + thing + "'";
          default -> "Blocked '" + thing + "' from '" + target + "'";
        };
    return new Found("csp", rule, target, message, page);
  }

  /// The host, or what stands for it: `self`, `inline`, `eval`, `data:`.
  private static String target(String blocked, @Nullable String page) {
    String host = host(blocked);
    if (host != null) {
      return host.equals(page == null ? null : host(page)) ? "self" : host;
    }
    int colon = blocked.indexOf(':');
    String word = colon > 0 ? blocked.substring(0, colon + 1) : blocked;
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:.-]", "");
  }

  private static @Nullable String host(String url) {
    Matcher host = HOST.matcher(url.toLowerCase(Locale.ROOT));
    return host.matches() ? host.group(1) : null;
  }

  private static Found certificate(Fields report, String kind) {
    String host = report.text("hostname", 255, "unknown");
    String message =
        switch (kind) {
          case "expect-ct" -> "Expect-CT failed for '" + host + "'";
          case "expect-staple" -> "Expect-Staple failed for '" + host + "'";
          default -> "Public key pinning validation failed for '" + host + "'";
        };
    return new Found(kind, kind, host, message, null);
  }

  private static @Nullable Found network(Fields report) {
    Fields body = report.object("body");
    String type = body.text("type", Fields.NAME, "unknown");
    String url = report.text("url", URL, "");
    if (type.equals("ok")) {
      return null;
    }
    String host = host(url);
    String target = host == null ? "unknown" : host;
    return new Found("nel", type, target, "Network error " + type + " at '" + target + "'", url);
  }

  private static @Nullable String first(Fields fields, String one, String other) {
    String text = fields.text(one, URL);
    return text == null ? fields.text(other, URL) : text;
  }

  private Event event(Found found, Fields report, int index) {
    Instant received = arrival.received();
    String id =
        EventId.derive(payload, (received + " " + index).getBytes(StandardCharsets.US_ASCII));
    SortedMap<String, String> tags = new TreeMap<>();
    tags.put("report", found.kind());
    tags.put("rule", Fields.cut(found.rule(), Fields.NAME));
    tags.put("blocked", Fields.cut(found.target(), Fields.NAME));
    return new Event(
        id,
        arrival.project(),
        received,
        received,
        Level.warning,
        "other",
        header.text("sentry_release").map(text -> Fields.cut(text, Fields.NAME)).orElse(null),
        header.text("sentry_environment").map(text -> Fields.cut(text, Fields.NAME)).orElse(null),
        null,
        Fields.cut(found.message(), Fields.TEXT),
        List.of(),
        null,
        found.page() == null
            ? null
            : new Event.Request(null, found.page(), Collections.emptySortedMap()),
        tags,
        List.of(),
        List.of(),
        new Event.Sdk("browser.report", ""),
        null,
        details(found, report));
  }

  /// The report's own facts; the policy itself is long and the page's owner has it.
  private static Event.Details details(Found found, Fields report) {
    SortedMap<String, String> extra = new TreeMap<>();
    for (String name : List.of("csp-report", "expect-ct-report", "expect-staple-report", "body")) {
      extra.putAll(report.pairs(name, 40));
    }
    extra.keySet().removeAll(List.of("original-policy", "originalPolicy"));
    return new Event.Details(
        null,
        null,
        List.of(found.kind(), found.rule(), found.target()),
        Collections.emptySortedMap(),
        extra);
  }
}
