package dev.suture.notify;

import dev.suture.alert.Alert;
import dev.suture.alert.Delivery;
import dev.suture.alert.Message;
import dev.suture.alert.Told;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An alert, ready to be put into any channel's form.
///
/// @param says a sentence of ours
/// @param quote cleaned captured text; empty for none
/// @param facts names and values, of our words
/// @param release cleaned captured text; empty for none
/// @param since the rest of what is told of the deployment, in our words
/// @param links to the page in the console, and to the failure bundle where there is one
record Shown(
    String says,
    String quote,
    List<Told.Fact> facts,
    String release,
    String since,
    List<Link> links) {
  /// @param label in our words
  record Link(String address, String label) {}

  /// More are counted and not shown.
  static final int MOST = 10;

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static List<Shown> of(Message message) {
    return message.alerts().stream().limit(MOST).map(alert -> of(message, alert)).toList();
  }

  private static Shown of(Message message, Alert alert) {
    Told told = alert.told();
    List<Told.Fact> facts = new ArrayList<>(told.facts());
    String why = alert.why();
    if (message.action() == Delivery.Action.resolve && why != null) {
      facts.add(new Told.Fact("Ended", why));
    }
    String by = alert.by();
    if (by != null) {
      facts.add(new Told.Fact("Taken on by", Plain.of(by)));
    }
    Told.Since since = told.since();
    return new Shown(
        told.says(),
        Plain.of(told.quote()),
        facts,
        since == null ? "" : Plain.cut(since.release(), 100),
        since == null ? "" : since(since),
        links(message, alert));
  }

  private static List<Link> links(Message message, Alert alert) {
    String issue = alert.told().issue();
    List<Link> links = new ArrayList<>();
    links.add(new Link(message.link(alert), issue == null ? "Open in Suture" : "Open " + issue));
    String bundle = message.bundle(alert);
    if (bundle != null) {
      links.add(new Link(bundle, "Failure bundle of " + issue));
    }
    return links;
  }

  private static String since(Told.Since since) {
    return "deployed into "
        + Plain.cut(since.environment(), 60)
        + " on "
        + when(since.at())
        + commit(since.commit());
  }

  private static String commit(@Nullable String id) {
    return id == null
        ? ""
        : ", commit " + Plain.cut(id.substring(0, Math.min(10, id.length())), 12);
  }

  static String when(Instant at) {
    return WHEN.format(at);
  }

  /// What is said below of how many are not shown, and of a repeat; empty for nothing.
  static String footer(Message message) {
    int more = message.alerts().size() - MOST;
    return (more > 0 ? "And " + more + " more. " : "")
        + (message.repeat() ? "This may be a repeat: the server stopped while it was sent. " : "")
        + (message.rule().isEmpty() ? "" : "Rule: " + Plain.cut(message.rule(), 100));
  }
}
