package dev.suture.account.grant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Addresses that a person is sent back to. They are compared letter by letter; only the port of a
/// loopback address is free (RFC 8252, section 7.3), for a program takes the one that it gets.
public final class Redirects {
  private static final int LONGEST = 2_000;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  /// What a browser would run, or show as ours.
  private static final Set<String> DANGEROUS =
      Set.of(
          "javascript",
          "data",
          "vbscript",
          "file",
          "blob",
          "about",
          "filesystem",
          "view-source",
          "ws",
          "wss",
          "ftp",
          "mailto",
          "intent");

  private Redirects() {}

  /// Whether an address may be registered: https, http on loopback, or a scheme of a program's own.
  public static boolean isFit(String text) {
    Optional<URI> parsed = uri(text);
    if (parsed.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    URI uri = parsed.get();
    String scheme = scheme(uri);
    if (scheme.isEmpty() || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
      return false;
    }
    return switch (scheme) {
      case "https" -> uri.getHost() != null;
      case "http" -> isLoopback(uri);
      default -> scheme.matches("[a-z][a-z0-9+.-]{1,60}") && !DANGEROUS.contains(scheme);
    };
  }

  /// Whether what was asked for is what was registered.
  public static boolean same(String registered, String asked) {
    if (registered.equals(asked)) {
      return isFit(asked);
    }
    Optional<URI> one = uri(registered);
    Optional<URI> other = uri(asked);
    return one.isPresent()
        && other.isPresent()
        && isFit(asked)
        && isHttpLoopback(one.get())
        && isHttpLoopback(other.get())
        && Objects.equals(one.get().getHost(), other.get().getHost())
        && Objects.equals(one.get().getRawPath(), other.get().getRawPath())
        && Objects.equals(one.get().getRawQuery(), other.get().getRawQuery());
  }

  /// The host of an address, or the scheme of one that has none; for a person to read.
  public static String shown(String redirect) {
    return uri(redirect)
        .map(uri -> uri.getHost() == null ? scheme(uri) + ":" : uri.getHost())
        .orElse("");
  }

  /// Whether a program on the person's own machine is sent to.
  public static boolean isOwnMachine(String redirect) {
    return uri(redirect).filter(Redirects::isLoopback).isPresent();
  }

  private static boolean isHttpLoopback(URI uri) {
    return scheme(uri).equals("http") && isLoopback(uri);
  }

  private static boolean isLoopback(URI uri) {
    return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
