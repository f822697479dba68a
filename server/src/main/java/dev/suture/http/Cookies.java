package dev.suture.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The cookies of this server. Browsers keep cookies by host and not by port, so the name has the
/// port in it: two servers of one machine do not sign each other's users out.
final class Cookies {
  private static final String SESSION = "suture";

  private final List<URI> baseUrls;

  Cookies(List<URI> baseUrls) {
    this.baseUrls = baseUrls;
  }

  Optional<String> session(Call call) {
    return value(call, name(call, SESSION));
  }

  String withSession(Call call, String secret, Duration life) {
    return cookie(call, SESSION, secret, life);
  }

  String withoutSession(Call call) {
    return cookie(call, SESSION, "", Duration.ZERO);
  }

  Optional<String> value(Call call, String name) {
    for (String header : call.headers("Cookie")) {
      for (String pair : header.split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          return Optional.of(pair.substring(equals + 1).strip());
        }
      }
    }
    return Optional.empty();
  }

  Optional<String> named(Call call, String what) {
    return value(call, name(call, what));
  }

  String cookie(Call call, String what, String value, Duration life) {
    return name(call, what)
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + life.toSeconds()
        + (isSecure(call) ? "; Secure" : "");
  }

  /// A browser takes a cookie of the prefix `__Host-` from an https page only, and from no
  /// neighbour.
  private String name(Call call, String what) {
    String host = call.header("Host").orElse("");
    int colon = host.lastIndexOf(':');
    String port = colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "";
    String own = port.matches("[0-9]{1,5}") ? what + "-" + port : what;
    return isSecure(call) ? "__Host-" + own : own;
  }

  private boolean isSecure(Call call) {
    return address(call).startsWith("https:");
  }

  /// The address that the caller's browser has in its bar, without a path.
  String address(Call call) {
    String host = call.header("Host").orElse("").toLowerCase(Locale.ROOT);
    for (URI url : baseUrls) {
      if (AccessRules.authority(url).equals(host)) {
        return url.getScheme() + "://" + host;
      }
    }
    return "http://" + host;
  }
}
