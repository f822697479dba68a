package dev.suture.http;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/// Where a call of an operator's or a visitor's route may come from. A page of another site must
/// not reach this server through its visitor's browser: neither directly (its Origin gives it away)
/// nor under a name of its own that it pointed at this address (the Host gives it away).
final class AccessRules {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> hosts = new HashSet<>();
  private final IntSupplier port;

  /// @param baseUrls where operators reach this server besides loopback
  /// @param port the one that is listened on, known once the server has started
  AccessRules(List<URI> baseUrls, IntSupplier port) {
    this.port = port;
    for (URI url : baseUrls) {
      hosts.add(authority(url));
    }
  }

  /// @throws Refusal 403 when the caller may not
  void check(Call call) {
    String host = call.header("Host").orElse("").toLowerCase(Locale.ROOT);
    if (!isOurs(host, call.address())) {
      throw new Refusal(
          403,
          "forbidden",
          "this server does not answer to the host name of this request",
          "use a loopback address, or start the server with --base-url and the address you use");
    }
    Optional<String> origin = call.header("Origin");
    if (origin.isPresent() && !isOrigin(origin.get(), host)) {
      throw crossSite();
    }
    String site = call.header("Sec-Fetch-Site").orElse("none");
    boolean foreign = site.equals("cross-site") || site.equals("same-site");
    if (foreign && !isNavigation(call)) {
      throw crossSite();
    }
  }

  /// A loopback name counts only from this machine: a far peer can write any name.
  private boolean isOurs(String host, String address) {
    if (hosts.contains(host)) {
      return true;
    }
    if (!isLoopback(address)) {
      return false;
    }
    int colon = host.lastIndexOf(':');
    boolean withPort = colon > host.lastIndexOf(']');
    String name = withPort ? host.substring(0, colon) : host;
    String number = withPort ? host.substring(colon + 1) : "80";
    return LOOPBACK.contains(name) && number.equals(Integer.toString(port.getAsInt()));
  }

  static boolean isLoopback(String address) {
    return address.startsWith("127.")
        || address.equals("[::1]")
        || address.equals("0:0:0:0:0:0:0:1");
  }

  private static boolean isOrigin(String origin, String host) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return lower.equals("http://" + host) || lower.equals("https://" + host);
  }

  /// A person who follows a link from somewhere else; the answer is shown and not readable there.
  private static boolean isNavigation(Call call) {
    return (call.method().equals("GET") || call.method().equals("HEAD"))
        && call.header("Sec-Fetch-Mode").orElse("").equals("navigate")
        && call.header("Sec-Fetch-Dest").orElse("").equals("document");
  }

  static String authority(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return url.getPort() < 0 ? host : host + ":" + url.getPort();
  }

  private static Refusal crossSite() {
    return new Refusal(
        403,
        "forbidden",
        "a page of another site may not call this server",
        "open the console at this server's own address");
  }
}
