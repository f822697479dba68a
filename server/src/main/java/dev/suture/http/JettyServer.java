package dev.suture.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The listening socket and its limits: bounded headers, idle and slow peers cut off, a bounded
/// number of connections, a stop that lets running requests end.
public final class JettyServer implements AutoCloseable {
  private static final int HEADER_BYTES = 16 * 1024;
  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 5_000;
  private static final int CONNECTIONS = 10_000;

  /// The router cuts raw paths, so an encoded slash is no danger; releases have them in their
  /// names.
  private static final UriCompliance RAW_PATHS =
      UriCompliance.RFC3986.with(
          "raw-paths",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
          UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  /// @param host address to listen on
  /// @param port 0 for any free one
  /// @param baseUrls where operators reach this server besides loopback
  public record Binding(String host, int port, List<URI> baseUrls) {}

  /// A server whose routes are open to anyone; an operator's would let nobody in.
  public JettyServer(Binding binding, List<Route> routes) {
    this(binding, routes, Guard.CLOSED);
  }

  public JettyServer(Binding binding, List<Route> routes, Guard guard) {
    this.host = binding.host();
    VirtualThreadPool threads = new VirtualThreadPool();
    threads.setName("http");
    server = new Server(threads);
    server.setStopTimeout(STOP_MILLIS);
    server.setErrorHandler(new PlainErrors());
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(binding.host());
    connector.setPort(binding.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(1024);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    AccessRules rules = new AccessRules(binding.baseUrls(), this::port);
    Challenge challenge = new Challenge(binding.baseUrls());
    server.setHandler(
        new GracefulHandler(new Dispatcher(new Router(routes), rules, guard, challenge)));
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    configuration.setUriCompliance(RAW_PATHS);
    return configuration;
  }

  /// @throws IOException with a sentence for the operator when the address cannot be listened on
  public void start() throws IOException {
    try {
      server.start();
    } catch (Exception failure) {
      stopQuietly();
      throw failure instanceof BindException || failure.getCause() instanceof BindException
          ? new IOException(
              "cannot listen on "
                  + host
                  + ":"
                  + connector.getPort()
                  + ": another program uses this port or the address is not this machine's; choose"
                  + " another with --port or --host",
              failure)
          : new IOException("the HTTP server did not start: " + failure.getMessage(), failure);
    }
  }

  /// The port that is listened on, once started.
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    stopQuietly();
  }

  private void stopQuietly() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the HTTP server did not stop", failure);
    }
  }

  /// Errors that Jetty finds before a route does, in the contract's words.
  private static final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      String code =
          switch (status) {
            case 404 -> "notFound";
            case 413, 414, 431 -> "tooLarge";
            case 503 -> "unavailable";
            default -> status < 500 ? "invalid" : "internal";
          };
      Answer answer = Errors.answer(status, code, HttpStatus.getMessage(status), null);
      answer.headers().forEach(response.getHeaders()::put);
      Headers.secure(status, response.getHeaders());
      response.write(true, ByteBuffer.wrap(content(answer)), callback);
      return true;
    }

    private static byte[] content(Answer answer) {
      var bytes = new ByteArrayOutputStream();
      try {
        answer.body().writeTo(bytes);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return bytes.toByteArray();
    }
  }
}
