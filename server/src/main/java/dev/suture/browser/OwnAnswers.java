package dev.suture.browser;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Served;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What the application under test answers itself. It is asked side by side, as a browser asks, and
/// answers are given on the thread of the page.
final class OwnAnswers {
  /// How long a page is held up by an answer to one of its scripts, and by a file.
  private static final long DATA_MS = 400;

  private static final long FILE_MS = 60_000;

  private final Served application;
  private final Giving giving;
  private final List<Underway> underway = new ArrayList<>();
  private final Map<String, Integer> given = new HashMap<>();
  private boolean filesAlone = true;

  /// Gives an answer to the page.
  interface Giving {
    void give(Route route, Reply reply);
  }

  /// @param data whether a script of the page asks for it, and not the page itself
  /// @param since when it was asked for
  private record Underway(Route route, boolean data, long since, FutureTask<Reply> reply) {
    void await() {
      long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
      try {
        reply.get(Math.max(0, (data ? DATA_MS : FILE_MS) - waited), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException later) {
        return;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  OwnAnswers(Served application, Giving giving) {
    this.application = application;
    this.giving = giving;
  }

  /// Whether it was asked for nothing but documents, scripts, pictures and the like, which by the
  /// rules of HTTP changes nothing in it.
  boolean isOfFilesAlone() {
    return filesAlone;
  }

  /// Asks, and waits for the answer.
  Reply ask(Request request) {
    filesAlone = false;
    Reply reply = application.ask(asked(request));
    note(request, reply);
    return reply;
  }

  /// Asks; the answer is given by [#give] or [#finish].
  void begin(Route route, boolean data) {
    Asked asked = asked(route.request());
    filesAlone &= !data && asked.method().equals("GET");
    FutureTask<Reply> reply = new FutureTask<>(() -> application.ask(asked));
    Thread.ofVirtual().name("application-answer").start(reply);
    underway.add(new Underway(route, data, System.nanoTime(), reply));
  }

  private static Asked asked(Request request) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    headers.put("host", Answers.origin(request.url()).replaceAll("^https?://", ""));
    String body = request.postData();
    return new Asked(
        request.method(),
        Answers.target(request.url()),
        headers,
        body == null ? null : body.getBytes(StandardCharsets.UTF_8));
  }

  /// Gives what is there, in the order in which it was asked for. An answer to a script that does
  /// not come holds up no other.
  void give() {
    for (Underway each : List.copyOf(underway)) {
      boolean done = each.reply().isDone();
      if (!done && !each.data()) {
        return;
      }
      if (done && underway.remove(each)) {
        give(each);
      }
    }
  }

  /// Waits for all that was asked for, and gives it.
  void finish() {
    underway.forEach(Underway::await);
    give();
  }

  private void give(Underway each) {
    Reply reply = reply(each.reply());
    note(each.route().request(), reply);
    giving.give(each.route(), reply);
  }

  private static Reply reply(FutureTask<Reply> done) {
    try {
      return done.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Reply(0, Map.of(), new byte[0]);
    }
  }

  private void note(Request request, Reply reply) {
    given.put(
        request.method() + " " + Answers.target(request.url()),
        31 * reply.status() + Arrays.hashCode(reply.body()));
  }

  /// What it gave, by what it was asked for, as a hash.
  Map<String, Integer> given() {
    return given;
  }
}
