package dev.suture.http;

import dev.suture.account.Principal;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// From a request to its endpoint and back: route, access, answer or error, headers. Runs on a
/// virtual thread of its own for each request, so endpoints may block.
final class Dispatcher extends Handler.Abstract {
  /// Smaller answers are made whole before the first byte leaves, so that a failure while rendering
  /// is still a clean error.
  private static final long WHOLE = 64 * 1024;

  private static final long DRAIN_BYTES = 256L * 1024 * 1024;
  private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Router router;
  private final AccessRules rules;
  private final Guard guard;
  private final Challenge challenge;

  Dispatcher(Router router, AccessRules rules, Guard guard, Challenge challenge) {
    this.router = router;
    this.rules = rules;
    this.guard = guard;
    this.challenge = challenge;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Call call = new CallOnJetty(request, Map.of(), Principal.NOBODY);
    Router.Match match = router.find(call.method(), call.path());
    boolean open = isOpen(match);
    Answer answer;
    byte[] whole;
    try {
      if (match instanceof Router.Match.Found found) {
        call = new CallOnJetty(request, found.params(), Principal.NOBODY);
        call = new CallOnJetty(request, found.params(), admitted(call, found.route()));
        answer = challenge.on(found.route().endpoint().answer(call), call);
      } else {
        answer = unrouted(match, call);
      }
      whole = render(answer, call);
    } catch (Exception failure) {
      answer = challenge.on(Errors.answer(failure, call), call);
      whole = render(answer, call);
    }
    send(answer, whole, open, new Exchange(request, response, callback));
    return true;
  }

  private Principal admitted(Call call, Route route) {
    return switch (route.access()) {
      case anyone -> guard.known(call);
      case visitor -> {
        rules.check(call);
        yield Principal.NOBODY;
      }
      case operator -> {
        rules.check(call);
        yield guard.check(call, route.need());
      }
    };
  }

  private record Exchange(Request request, Response response, Callback callback) {}

  private static boolean isOpen(Router.Match match) {
    return switch (match) {
      case Router.Match.Found found -> found.route().access() == Route.Access.anyone;
      case Router.Match.OtherMethod other ->
          other.routes().values().stream().anyMatch(route -> route.access() == Route.Access.anyone);
      case Router.Match.Nothing _ -> false;
    };
  }

  private static Answer unrouted(Router.Match match, Call call) {
    if (match instanceof Router.Match.OtherMethod other) {
      if (call.method().equals("OPTIONS") && isOpen(match)) {
        return Headers.preflight();
      }
      String allowed = String.join(", ", other.routes().keySet());
      return Errors.answer(
              405, "invalid", "this path does not answer this method", "use " + allowed)
          .with("Allow", allowed);
    }
    return Errors.answer(Refusal.notFound("there is nothing at this path"));
  }

  /// The whole body, or an empty array when it is to be streamed.
  private static byte[] render(Answer answer, Call call) throws IOException {
    if (call.method().equals("HEAD") || isStreamed(answer)) {
      return new byte[0];
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(512);
    answer.body().writeTo(whole);
    return whole.toByteArray();
  }

  private static boolean isStreamed(Answer answer) {
    String length = answer.headers().get("Content-Length");
    boolean bodiless = answer.status() == 204 || answer.status() == 304;
    return !bodiless
        && (length == null ? !answer.headers().isEmpty() : Long.parseLong(length) > WHOLE);
  }

  private static void send(Answer answer, byte[] whole, boolean open, Exchange exchange) {
    Response response = exchange.response();
    response.setStatus(answer.status());
    HttpFields.Mutable headers = response.getHeaders();
    answer.headers().forEach(headers::put);
    Headers.secure(answer.status(), headers);
    if (open) {
      Headers.openToEverySite(headers);
    }
    boolean unread = answer.status() >= 400 && hasBody(exchange.request());
    if (unread) {
      headers.put("Connection", "close");
    }
    try {
      if (isStreamed(answer) && !exchange.request().getMethod().equals("HEAD")) {
        try (OutputStream out =
            new BufferedOutputStream(Content.Sink.asOutputStream(response), 32 * 1024)) {
          answer.body().writeTo(out);
        }
      } else {
        Content.Sink.write(response, true, ByteBuffer.wrap(whole));
      }
      if (unread) {
        drain(exchange.request());
      }
      exchange.callback().succeeded();
    } catch (IOException | RuntimeException gone) {
      exchange.callback().failed(gone);
    }
  }

  private static boolean hasBody(Request request) {
    return request.getLength() != 0
        && !request.getMethod().equals("GET")
        && !request.getMethod().equals("HEAD");
  }

  /// Reads on for a while after a refusal: a connection that is closed on a sender takes the answer
  /// with it.
  private static void drain(Request request) {
    long deadline = System.nanoTime() + DRAIN_NANOS;
    byte[] waste = new byte[16 * 1024];
    long drained = 0;
    try {
      InputStream rest = Content.Source.asInputStream(request);
      while (drained < DRAIN_BYTES && System.nanoTime() < deadline) {
        int read = rest.read(waste);
        if (read < 0) {
          return;
        }
        drained += read;
      }
    } catch (IOException | RuntimeException gone) {
      // The peer hung up, which is its right after a refusal.
    }
  }
}
