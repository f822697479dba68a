package dev.suture.event.scrub;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Names of fields whose values are secret, whatever they look like. Events use the same names
/// again and again, so what was found is remembered for a bounded number of them.
final class SecretNames {
  private static final int LONGEST = 200;
  private static final int REMEMBERED = 8_192;

  /// A name with one of these in it.
  private static final List<String> PARTS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "apikey",
          "api_key",
          "api-key",
          "auth",
          "credential",
          "mysql_pwd",
          "privatekey",
          "private_key",
          "private-key",
          "accesskey",
          "access_key",
          "access-key",
          "token",
          "cookie",
          "phpsessid",
          "jsessionid",
          "sessionid",
          "session_id",
          "session-id",
          "csrf",
          "xsrf",
          "creditcard",
          "credit_card",
          "cardnumber",
          "card_number");

  /// A name that is one of these.
  private static final List<String> WHOLE =
      List.of(
          "otp",
          "two-factor",
          "two_factor",
          "twofactor",
          "pwd",
          "pass",
          "pin",
          "cvv",
          "cvc",
          "jwt",
          "session",
          "__session",
          "sid",
          "connect.sid",
          "ssn",
          "bearer",
          "symfony",
          "mysession");

  /// Names with a part in them that mean something else.
  private static final List<String> HARMLESS =
      List.of(
          "author",
          "authority",
          "tokeniz",
          "tokenis",
          "max_tokens",
          "maxtokens",
          "num_tokens",
          "total_tokens",
          "_tokens_",
          "unexpected_token",
          "cookieenabled",
          "cookie_enabled");

  private final List<String> more;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  /// @param more further parts of names, in lower case
  SecretNames(List<String> more) {
    this.more = List.copyOf(more);
  }

  boolean matches(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    Boolean before = known.get(name);
    if (before != null) {
      return before;
    }
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    boolean secret = isSecret(name.toLowerCase(Locale.ROOT));
    known.put(name, secret);
    return secret;
  }

  private boolean isSecret(String lower) {
    for (String part : PARTS) {
      if (lower.contains(part)) {
        return !isHarmless(lower);
      }
    }
    return WHOLE.contains(lower) || more.stream().anyMatch(lower::contains);
  }

  private static boolean isHarmless(String lower) {
    for (String word : HARMLESS) {
      if (lower.contains(word)) {
        return !lower.contains("authorization") && !lower.contains("authorisation");
      }
    }
    return false;
  }
}
