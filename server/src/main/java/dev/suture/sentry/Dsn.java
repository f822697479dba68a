package dev.suture.sentry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two halves of a DSN that the server looks at: `scheme://KEY[:secret]@host[/path]/PROJECT`.
record Dsn(String key, String project) {
  private static final Pattern DSN =
      Pattern.compile(
          "https?://([^:@/]{1,64})(?::[^@/]{0,64})?@[^/]{1,255}(?:/[^?#]{0,500})?/([^/?#]{1,40})/?");

  private static final String CLAIM = "sentry_key=";
  private static final int LONGEST_KEY = 64;

  static Optional<Dsn> parse(String text) {
    Matcher matcher = DSN.matcher(text);
    return matcher.matches()
        ? Optional.of(new Dsn(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /// The keys in `X-Sentry-Auth` values and query strings: `sentry_key=KEY` after a comma, an
  /// ampersand or a blank.
  static List<String> keys(List<String> claims) {
    List<String> keys = new ArrayList<>(2);
    for (String claim : claims) {
      for (int at = claim.indexOf(CLAIM); at >= 0; at = claim.indexOf(CLAIM, at + 1)) {
        if (at == 0 || isBetweenClaims(claim.charAt(at - 1)) || claim.charAt(at - 1) == '?') {
          keys.add(key(claim, at + CLAIM.length()));
        }
      }
    }
    return keys;
  }

  private static String key(String claim, int from) {
    int end = from;
    while (end < claim.length()
        && end < from + LONGEST_KEY
        && !isBetweenClaims(claim.charAt(end))) {
      end++;
    }
    return claim.substring(from, end);
  }

  private static boolean isBetweenClaims(char c) {
    return c == ',' || c == '&' || c <= ' ';
  }
}
