package dev.suture.browser;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import dev.suture.browser.Turns.Waiting;
import dev.suture.capture.Exchange;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Served;
import dev.suture.repro.Reproduction.Played;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that a page asks for ends here. What was recorded is answered as it was recorded, and in
/// that order; documents, scripts and pictures are the application's own at the commit; what is
/// neither fails, and is named.
final class Network {
  private static final Set<String> DATA = Set.of("fetch", "xhr", "ping", "eventsource");
  private static final Set<String> CODE = Set.of("document", "script", "stylesheet");
  private static final Set<String> LEFT_OUT =
      Set.of("content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive");

  private static final int MOST_NAMED = 50;

  /// Where the page is filled before it is opened.
  static final String EMPTY_PAGE = "/__suture/empty";

  private final Played play;
  private final Map<String, Reply> changed;
  private final Pace pace;
  private final Answers answers;
  private final Pseudonyms pseudonyms;
  private final Turns turns;
  private final Set<String> unrecorded = new LinkedHashSet<>();
  private final Set<String> failed = new LinkedHashSet<>();
  private final Map<String, Integer> used = new LinkedHashMap<>();
  private final OwnAnswers own;
  private final Set<Request> underway = new HashSet<>();
  private final Set<String> urls = new HashSet<>();

  /// Requests that come again and again, for which nothing waits.
  private final Set<Request> again = new HashSet<>();

  private boolean polled;
  private boolean over;

  /// @param changed by id of an exchange, what the application at this commit answers to it in
  ///   another way than the one that was recorded
  Network(
      Played play,
      Served application,
      Map<String, Reply> changed,
      Pace pace,
      Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
    this.play = play;
    this.own = new OwnAnswers(application, this::giveOwn);
    this.changed = changed;
    this.pace = pace;
    this.answers = new Answers(play.exchanges());
    this.turns = new Turns(play, pace);
  }

  void answer(Route route) {
    if (over) {
      return;
    }
    try {
      route(route);
    } catch (PlaywrightException gone) {
      // The page has left, and with it whoever asked.
      return;
    }
  }

  private void route(Route route) {
    Request request = route.request();
    String url = request.url();
    boolean own = Answers.origin(url).equals(Answers.origin(play.scene().url()));
    if (own && Answers.target(url).equals(EMPTY_PAGE)) {
      route.fulfill(
          new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>"));
    } else if (Telemetry.isSent(request)) {
      route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody("{}"));
    } else if (DATA.contains(request.resourceType())) {
      data(route, request, own);
    } else if (play.failure().isMissing(url)) {
      route.abort("failed");
    } else if (own) {
      pass(route, request);
    } else {
      refuse(route, request);
    }
  }

  private void data(Route route, Request request, boolean own) {
    OptionalInt index = answers.take(request.method(), request.url(), request.postData());
    if (!urls.add(request.method() + " " + request.url()) && !isNew(index)) {
      again.add(request);
    }
    if (index.isPresent()) {
      Exchange recorded = play.exchanges().get(index.getAsInt());
      used.putIfAbsent(recorded.id(), pace.done());
      Map<String, String> values = pseudonyms.learn(recorded.requestBody(), request.postData());
      turns.add(new Waiting(route, index.getAsInt(), pace.now(), values));
      release();
    } else if (own && (request.method().equals("GET") || Answers.isReading(request.postData()))) {
      name(unrecorded, request);
      pass(route, request);
    } else if (own) {
      write(route, request);
    } else {
      refuse(route, request);
    }
  }

  /// Whether an answer is one of those that came before the failure, and is given for the first
  /// time.
  private boolean isNew(OptionalInt index) {
    return index.isPresent()
        && !turns.isAsked(index.getAsInt())
        && play.exchanges().get(index.getAsInt()).at() < play.scene().failedAt();
  }

  /// What a page sends where it failed before it came to that: the application under test takes it,
  /// as it would from anybody. An application that does not take it says nothing of the page.
  private void write(Route route, Request request) {
    Reply reply = own.ask(request);
    if (reply.status() < 200 || reply.status() >= 400) {
      refuse(route, request);
      return;
    }
    name(unrecorded, request);
    give(route, reply);
  }

  private void refuse(Route route, Request request) {
    name(unrecorded, request);
    if (DATA.contains(request.resourceType())) {
      name(failed, request);
    }
    route.abort("failed");
  }

  private static void name(Set<String> names, Request request) {
    if (names.size() < MOST_NAMED) {
      names.add(request.method() + " " + Answers.path(request.url()));
    }
  }

  /// The page goes on meanwhile where somebody looks after it, and where nobody does it waits.
  private void pass(Route route, Request request) {
    begin(request);
    own.begin(route, DATA.contains(request.resourceType()));
    if (!polled) {
      own.finish();
    }
  }

  /// Waits for all that the application was asked for, and gives it.
  void finish() {
    own.finish();
  }

  /// The page is about to be closed: nothing is given any more.
  void end() {
    over = true;
  }

  private void giveOwn(Route route, Reply reply) {
    try {
      give(route, reply);
    } catch (PlaywrightException gone) {
      // The page has left, and with it whoever asked.
      underway.remove(route.request());
    }
  }

  private void handOver() {
    if (!over) {
      own.give();
    }
  }

  /// Does something in which [#release] is called again and again.
  void polled(Runnable wait) {
    polled = true;
    try {
      wait.run();
    } finally {
      polled = false;
    }
  }

  /// Whether a document, script or style sheet is on its way to the page.
  boolean isLoading() {
    return underway.stream().anyMatch(each -> CODE.contains(each.resourceType()));
  }

  private void begin(Request request) {
    if (!again.contains(request)) {
      underway.add(request);
    }
  }

  private void give(Route route, Reply reply) {
    begin(route.request());
    if (reply.status() == 0) {
      route.abort("failed");
      return;
    }
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    LEFT_OUT.forEach(headers::remove);
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(reply.status())
            .setHeaders(headers)
            .setBodyBytes(reply.body()));
  }

  /// Gives the answers whose turn it is.
  void release() {
    handOver();
    for (Optional<Waiting> next = turns.next(); next.isPresent(); next = turns.next()) {
      give(next.get());
    }
  }

  private void give(Waiting each) {
    Exchange exchange = play.exchanges().get(each.index());
    Reply other = changed.get(exchange.id());
    try {
      if (other != null) {
        give(each.route(), other);
      } else if (exchange.status() == 0) {
        each.route().abort("failed");
      } else {
        String body = exchange.responseBody();
        give(
            each.route(),
            new Reply(
                exchange.status(),
                exchange.responseHeaders(),
                (body == null ? "" : pseudonyms.known(body, each.values()))
                    .getBytes(StandardCharsets.UTF_8)));
      }
    } catch (PlaywrightException gone) {
      // The page has left, and with it whoever asked.
      return;
    }
  }

  /// See [Turns#isSettled].
  boolean isSettled(double moment) {
    return turns.isSettled(moment);
  }

  /// See [Turns#isHoldingBack].
  boolean isHoldingBack() {
    return turns.isHoldingBack();
  }

  /// Ids of the exchanges that were asked for, with the number of steps done by then.
  Map<String, Integer> used() {
    return used;
  }

  /// Whether the application was asked for nothing but the files of its pages.
  boolean isOfFilesAlone() {
    return own.isOfFilesAlone();
  }

  /// What the application itself gave, by what it was asked for, as a hash.
  Map<String, Integer> given() {
    return own.given();
  }

  /// The page has all of an answer, or has let it go.
  void finished(Request request) {
    underway.remove(request);
    turns.taken(request);
    handOver();
  }

  /// Whether answers were given that the page does not have yet.
  boolean isUnderway() {
    return !underway.isEmpty();
  }

  List<String> unrecorded() {
    return List.copyOf(unrecorded);
  }

  void note(@Nullable String what) {
    if (what != null && unrecorded.size() < MOST_NAMED) {
      unrecorded.add(what);
      failed.add(what);
    }
  }

  /// Requests for data that nothing was recorded for, and that were let fail.
  boolean hasFailed() {
    return !failed.isEmpty();
  }
}
