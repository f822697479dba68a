package dev.suture.browser;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import dev.suture.capture.Exchange;
import dev.suture.repro.Reproduction.Played;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When the recorded answers are given: in the order of the recording, and each when the page has
/// dealt with those that came long before it.
final class Turns {
  /// How long an answer waits, when all steps before it are done, for a request that was recorded
  /// before it and does not come.
  private static final long PATIENCE_MS = 400;

  private static final double LONG_MS = 200;

  /// What a page gets to deal with an answer before one is given that came long after it.
  private static final long TAKEN_MS = 50;

  private final Played play;
  private final Pace pace;
  private final boolean[] asked;
  private final boolean[] given;
  private final boolean[] repeated;
  private final boolean[] first;
  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable Last last;

  /// A request whose answer's turn has not come.
  ///
  /// @param index of the exchange
  /// @param values see [Pseudonyms#learn]
  record Waiting(Route route, int index, long since, Map<String, String> values) {}

  /// The answer that was given last.
  ///
  /// @param end when it came in the recording
  /// @param since when it was given, or when the page had all of it
  private record Last(Request request, double end, long since, boolean taken) {}

  Turns(Played play, Pace pace) {
    this.play = play;
    this.pace = pace;
    this.asked = new boolean[play.exchanges().size()];
    this.given = new boolean[play.exchanges().size()];
    this.repeated = repeated(play.exchanges());
    this.first = first(play.exchanges());
  }

  /// Which of them tell what the same request was told before, as polls do for the most part: a run
  /// waits for none of them.
  private static boolean[] repeated(List<Exchange> exchanges) {
    boolean[] repeated = new boolean[exchanges.size()];
    Map<List<@Nullable String>, Exchange> before = new HashMap<>();
    for (int i = 0; i < repeated.length; i++) {
      Exchange each = exchanges.get(i);
      Exchange one = before.put(request(each), each);
      repeated[i] =
          one != null
              && one.status() == each.status()
              && Objects.equals(one.responseBody(), each.responseBody());
    }
    return repeated;
  }

  /// Which of them ask for something for the first time.
  private static boolean[] first(List<Exchange> exchanges) {
    boolean[] first = new boolean[exchanges.size()];
    Set<List<@Nullable String>> before = new HashSet<>();
    for (int i = 0; i < first.length; i++) {
      first[i] = before.add(request(exchanges.get(i)));
    }
    return first;
  }

  /// What is asked for, and how.
  private static List<@Nullable String> request(Exchange exchange) {
    return Arrays.asList(exchange.method(), exchange.url(), exchange.requestBody());
  }

  void add(Waiting request) {
    asked[request.index()] = true;
    waiting.add(request);
  }

  boolean isAsked(int index) {
    return asked[index];
  }

  /// The next one whose turn it is, which is given now.
  Optional<Waiting> next() {
    for (Waiting each : waiting) {
      if (isDue(each)) {
        waiting.remove(each);
        given[each.index()] = true;
        last = new Last(each.route().request(), end(each.index()), pace.now(), false);
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The page has all of an answer, or has let it go.
  void taken(Request request) {
    if (last != null && last.request().equals(request)) {
      last = new Last(request, last.end(), pace.now(), true);
    }
  }

  private boolean isDue(Waiting each) {
    double end = end(each.index());
    if (!pace.isPast(end, each.since(), play.exchanges().get(each.index()).ms())
        || isDealingWithOneBefore(end)) {
      return false;
    }
    long waited = pace.now() - Math.max(each.since(), pace.stepped());
    for (int i = 0; i < given.length; i++) {
      Exchange before = play.exchanges().get(i);
      if (i == each.index() || given[i] || end(i) >= end || before.at() >= end) {
        continue;
      }
      boolean due =
          asked[i]
              ? isWaiting(i)
              : waited < PATIENCE_MS && before.at() >= pace.from() && !isIdle(i);
      if (due) {
        return false;
      }
    }
    return true;
  }

  private boolean isDealingWithOneBefore(double end) {
    return last != null
        && end > last.end() + LONG_MS
        && pace.now() - last.since() < (last.taken() ? TAKEN_MS : PATIENCE_MS);
  }

  private boolean isWaiting(int index) {
    return waiting.stream().anyMatch(each -> each.index() == index);
  }

  /// Whether all was answered that was answered in the recording before a moment, and what was
  /// asked for the first time before it has been asked for: what is asked for again and again comes
  /// in its own time.
  boolean isSettled(double moment) {
    for (int i = 0; i < asked.length; i++) {
      boolean begun = play.exchanges().get(i).at() < moment;
      boolean due = end(i) <= moment ? !given[i] : first[i] && begun && !asked[i];
      if (due && !isIdle(i)) {
        return false;
      }
    }
    return true;
  }

  /// Whether an answer is held back that came in the recording before the failure, and long after
  /// all that were given: what fails now is none of its doing.
  boolean isHoldingBack() {
    double latest = 0;
    for (int i = 0; i < given.length; i++) {
      latest = given[i] ? Math.max(latest, end(i)) : latest;
    }
    double since = latest + LONG_MS;
    return waiting.stream()
        .mapToDouble(each -> end(each.index()))
        .anyMatch(end -> end > since && end <= play.scene().failedAt());
  }

  private boolean isIdle(int index) {
    return repeated[index] || play.slack().idle().contains(play.exchanges().get(index).id());
  }

  private double end(int index) {
    Exchange exchange = play.exchanges().get(index);
    return exchange.at() + exchange.ms();
  }
}
