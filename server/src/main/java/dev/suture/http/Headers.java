package dev.suture.http;

import org.eclipse.jetty.http.HttpFields;

/// Headers that every answer carries.
final class Headers {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private Headers() {}

  /// An answer 304 replaces the headers of the one that the browser kept, so it leaves out what
  /// that one may have set in its own way.
  static void secure(int status, HttpFields.Mutable headers) {
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    if (status == 304) {
      return;
    }
    if (!headers.contains("Content-Security-Policy")) {
      headers.put("Content-Security-Policy", NOTHING);
    }
    if (!headers.contains("Cache-Control")) {
      headers.put("Cache-Control", "no-store");
    }
  }

  /// Any site may read the answer, errors included: an SDK that cannot read a 429 keeps sending.
  static void openToEverySite(HttpFields.Mutable headers) {
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put(
        "Access-Control-Expose-Headers", "x-sentry-error, x-sentry-rate-limits, retry-after");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
  }

  /// The answer to a browser that asks before it sends, from a public page to a private address
  /// too.
  static Answer preflight() {
    return Answer.empty(204)
        .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .with(
            "Access-Control-Allow-Headers",
            "x-sentry-auth, x-requested-with, x-forwarded-for, origin, referer, accept,"
                + " content-type, authentication, authorization, content-encoding,"
                + " transfer-encoding, bugsnag-api-key, bugsnag-payload-version, bugsnag-sent-at,"
                + " bugsnag-integrity")
        .with("Access-Control-Allow-Private-Network", "true")
        .with("Access-Control-Max-Age", "3600");
  }
}
