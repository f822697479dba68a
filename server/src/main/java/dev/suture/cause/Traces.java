package dev.suture.cause;

import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.event.Event;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what else was seen of a failure's distributed trace: the newest events of the project's
/// other issues, and what recorders kept of the requests that carried it.
final class Traces {
  private static final int ISSUES = 12;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /// `sentry-trace` begins with the trace; in `traceparent` it stands behind the version.
  private static final Pattern HEADER =
      Pattern.compile("(?:[0-9a-f]{2}-)?([0-9a-f]{32})-[0-9a-f]{16}.*");

  private final Evidence evidence;

  Traces(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Bundle.Traced> of(Subject subject, @Nullable Recording recording) {
    Set<String> traces = new LinkedHashSet<>();
    String own = subject.event().details().trace();
    if (own != null && ID.matcher(own).matches()) {
      traces.add(own);
    }
    if (recording != null) {
      recording.exchanges().forEach(each -> trace(each).ifPresent(traces::add));
    }
    List<Bundle.Traced> found = new ArrayList<>();
    if (traces.isEmpty()) {
      return found;
    }
    var query = new IssueStore.Query(subject.issue().project(), null, null);
    for (Issue other : evidence.issues().list(query, null, ISSUES).issues()) {
      if (!other.id().equals(subject.issue().id())) {
        look(other, subject, recording, traces).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private Optional<Bundle.Traced> look(
      Issue other, Subject subject, @Nullable Recording recording, Set<String> traces) {
    Event newest = evidence.issues().event(subject.project().id(), other.lastEvent()).orElse(null);
    String trace = newest == null ? null : newest.details().trace();
    if (newest != null && trace != null && traces.contains(trace)) {
      String exchange = recording == null ? null : carrier(recording, Set.of(trace));
      return Optional.of(new Bundle.Traced(other.id(), newest.id(), exchange));
    }
    if (recording != null || other.captures() == 0) {
      return Optional.empty();
    }
    for (Capture capture : evidence.captures().ofIssue(other.id(), 1)) {
      String exchange = carrier(evidence.recordings().of(capture), traces);
      if (exchange != null) {
        return Optional.of(new Bundle.Traced(other.id(), capture.id(), exchange));
      }
    }
    return Optional.empty();
  }

  /// The id of the request that carried one of these traces.
  private static @Nullable String carrier(Recording recording, Set<String> traces) {
    return recording.exchanges().stream()
        .filter(each -> trace(each).filter(traces::contains).isPresent())
        .map(Exchange::id)
        .findFirst()
        .orElse(null);
  }

  private static Optional<String> trace(Exchange exchange) {
    return exchange.requestHeaders().entrySet().stream()
        .filter(each -> each.getKey().matches("(?i)sentry-trace|traceparent"))
        .map(each -> HEADER.matcher(each.getValue()))
        .filter(Matcher::matches)
        .map(each -> each.group(1))
        .findFirst();
  }
}
