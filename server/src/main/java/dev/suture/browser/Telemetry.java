package dev.suture.browser;

import com.microsoft.playwright.Request;
import java.util.regex.Pattern;

/// What recorders and error trackers of the page send: it goes nowhere, and is no part of what is
/// run again.
final class Telemetry {
  private static final Pattern INGEST =
      Pattern.compile(
          "https?://[^/]+(/[^?#]*)?/api/[0-9]+/(envelope|store|minidump|security)/?([?#].*)?");

  private Telemetry() {}

  static boolean isSent(Request request) {
    return request.method().equals("POST") && INGEST.matcher(request.url()).matches();
  }
}
