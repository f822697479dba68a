package dev.suture.io;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Calls an address that somebody configured. Only http and https; no redirect is followed; an
/// address that is not public is refused, unless the operator named its host.
public final class Outbound implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int ANSWER_LIMIT = 16 * 1024;

  private final Set<String> allowed;
  private final Duration limit;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /// @param allowed hosts that may be called although their address is not public
  /// @param limit on one call
  public Outbound(Set<String> allowed, Duration limit) {
    this.allowed = Set.copyOf(allowed);
    this.limit = limit;
  }

  /// An address that is not called, now or later.
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /// @param retryAfter seconds that the other side asks for; 0 for none
  /// @param body the beginning of what was answered
  public record Reply(int status, long retryAfter, String body) {}

  /// @throws IOException when this address is not to be called
  public void check(URI address) throws IOException {
    String scheme = address.getScheme();
    String host = address.getHost();
    if (host == null || scheme == null || !scheme.matches("https?")) {
      throw new Refused("only addresses of http and https are called");
    }
    if (address.getUserInfo() != null) {
      throw new Refused("an address with a user's name in it is not called");
    }
    if (allowed.contains(host)) {
      return;
    }
    InetAddress[] all;
    try {
      all = InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw new IOException("its host is not known", unknown);
    }
    for (InetAddress each : all) {
      if (!isPublic(each)) {
        throw new Refused(
            "its host is inside a private network; whoever runs the server can allow it with the"
                + " setting private-hosts");
      }
    }
  }

  /// @throws IOException when it is not to be called or does not answer
  public Reply post(URI address, byte[] body, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(request, address, headers);
  }

  /// @throws IOException when it is not to be called or does not answer
  public Reply get(URI address, Map<String, String> headers) throws IOException {
    return send(HttpRequest.newBuilder(address).GET(), address, headers);
  }

  private Reply send(HttpRequest.Builder request, URI address, Map<String, String> headers)
      throws IOException {
    check(address);
    request.timeout(limit).header("User-Agent", "suture");
    headers.forEach(request::setHeader);
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      String after = response.headers().firstValue("Retry-After").orElse("");
      return new Reply(
          response.statusCode(),
          after.matches("[0-9]{1,5}") ? Long.parseLong(after) : 0,
          beginning(response.body()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  /// The status counts; who sends the rest of an answer too slowly is hung up on.
  private String beginning(InputStream body) throws InterruptedException {
    Thread watch = Thread.ofVirtual().start(() -> closeLate(body));
    try (body) {
      return new String(body.readNBytes(ANSWER_LIMIT), StandardCharsets.UTF_8);
    } catch (IOException cut) {
      return "";
    } finally {
      watch.interrupt();
      watch.join();
    }
  }

  private void closeLate(InputStream body) {
    try {
      Thread.sleep(limit);
      body.close();
    } catch (InterruptedException | IOException done) {
      Thread.currentThread().interrupt();
    }
  }

  /// @param most bytes of the answer that are read
  /// @throws IOException when it is not to be called, does not answer, or answers more
  public Reply get(URI address, Map<String, String> headers, int most) throws IOException {
    check(address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(limit).header("User-Agent", "suture").GET();
    headers.forEach(request::setHeader);
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      InputStream in = response.body();
      Thread watch = Thread.ofVirtual().start(() -> closeLate(in));
      try (in) {
        byte[] body = in.readNBytes(most + 1);
        if (body.length > most) {
          throw new IOException("its answer is over " + most + " bytes");
        }
        return new Reply(response.statusCode(), 0, new String(body, StandardCharsets.UTF_8));
      } finally {
        watch.interrupt();
        watch.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean reserved =
        bytes.length == 4
            ? first == 0 || first >= 240 || (first == 100 && (second & 0xc0) == 64)
            : (first & 0xfe) == 0xfc || first == 0;
    return !reserved
        && !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress();
  }

  /// HMAC-SHA-256 in hexadecimal.
  public static String hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
