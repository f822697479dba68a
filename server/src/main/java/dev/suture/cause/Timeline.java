package dev.suture.cause;

import dev.suture.capture.Exchange;
import dev.suture.event.Event;
import dev.suture.event.Thrown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Actions, exchanges, console and error on one clock: the page's, with the error at zero.
final class Timeline {
  private static final int TEXT = 400;
  private static final double SLACK = 2000;

  private static final Comparator<Bundle.TimelineEntry> ORDER =
      Comparator.comparingDouble(Bundle.TimelineEntry::at)
          .thenComparing(Bundle.TimelineEntry::kind)
          .thenComparing(Bundle.TimelineEntry::text);

  private Timeline() {}

  /// When it failed, on the page's clock. A report without an error failed when it was sent.
  static double failure(Event event, Recording recording) {
    Instant said = event.details().said();
    double at = (said == null ? event.at() : said).toEpochMilli();
    boolean clocksAgree = recording.until() == 0 || at <= recording.until() + SLACK;
    return clocksAgree ? at : recording.until();
  }

  static List<Bundle.TimelineEntry> of(Event event, Recording recording) {
    double zero = failure(event, recording);
    List<Bundle.TimelineEntry> entries = new ArrayList<>();
    for (int index = 0; index < recording.actions().size(); index++) {
      Recording.Deed deed = recording.actions().get(index);
      String kind = deed.kind().equals("navigate") ? "navigation" : "action";
      entries.add(entry(deed.at(), zero, kind, deed.text(), Integer.toString(index)));
    }
    for (Exchange exchange : recording.exchanges()) {
      entries.add(entry(exchange.at(), zero, "exchange", line(exchange), exchange.id()));
    }
    for (int index = 0; index < recording.console().size(); index++) {
      Recording.Utterance said = recording.console().get(index);
      String times = said.count() > 1 ? " (" + said.count() + " times)" : "";
      String text = said.level() + ": " + said.text();
      entries.add(entry(said.at(), zero, "console", text + times, Integer.toString(index)));
    }
    return withError(entries, event, zero);
  }

  static List<Bundle.TimelineEntry> ofBreadcrumbs(Event event) {
    double zero = event.at().toEpochMilli();
    List<Bundle.TimelineEntry> entries = new ArrayList<>();
    for (int index = 0; index < event.breadcrumbs().size(); index++) {
      Event.Breadcrumb crumb = event.breadcrumbs().get(index);
      entries.add(
          entry(
              crumb.at().toEpochMilli(),
              zero,
              kind(crumb.category()),
              crumb.category() + ": " + crumb.message(),
              Integer.toString(index)));
    }
    return withError(entries, event, zero);
  }

  /// The exchange whose end lies nearest to the failure among those that had started by then. A
  /// recorder that reads a copy of the body may end a little after the page did.
  static Optional<Exchange> nearest(List<Exchange> exchanges, double failure) {
    return exchanges.stream()
        .filter(each -> each.at() <= failure)
        .min(
            Comparator.<Exchange>comparingDouble(each -> Math.abs(each.at() + each.ms() - failure))
                .thenComparing(Comparator.comparingDouble(Exchange::at).reversed())
                .thenComparing(Exchange::id));
  }

  private static List<Bundle.TimelineEntry> withError(
      List<Bundle.TimelineEntry> entries, Event event, double zero) {
    entries.sort(ORDER);
    if (!event.thrown().isEmpty()) {
      Thrown thrown = event.thrown().getFirst();
      int place = 0;
      while (place < entries.size() && entries.get(place).at() <= zero) {
        place++;
      }
      entries.add(
          place, entry(zero, zero, "error", thrown.type() + ": " + thrown.value(), event.id()));
    }
    return entries;
  }

  private static Bundle.TimelineEntry entry(
      double at, double zero, String kind, String text, String ref) {
    String line = text.replaceAll("\\s+", " ");
    return new Bundle.TimelineEntry(at, Math.rint(at - zero), kind, clip(line), ref);
  }

  private static String clip(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT) + " …";
  }

  private static String line(Exchange exchange) {
    String answer =
        exchange.status() == 0
            ? "no answer"
            : exchange.status() + ", " + Math.round(exchange.ms()) + " ms";
    return exchange.method() + " " + exchange.url() + " -> " + answer;
  }

  private static String kind(String category) {
    String lower = category.toLowerCase(Locale.ROOT);
    if (lower.startsWith("ui")) {
      return "action";
    }
    if (lower.equals("navigation")) {
      return "navigation";
    }
    return lower.equals("fetch") || lower.equals("xhr") || lower.startsWith("http")
        ? "exchange"
        : "console";
  }
}
