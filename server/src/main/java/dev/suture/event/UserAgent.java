package dev.suture.event;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The browser, system and device that a `User-Agent` header names.
///
/// The common ones by the words they are known for, in one pass without patterns: a data base of
/// every agent costs more per event than all other facets together, and the rare ones are told by
/// the first product that they name.
///
/// @param version its first number
record UserAgent(
    @Nullable String browser,
    @Nullable String version,
    @Nullable String system,
    @Nullable String systemVersion,
    @Nullable String device) {
  private static final UserAgent UNKNOWN = new UserAgent(null, null, null, null, null);
  private static final int LONGEST = 512;

  /// What stands in the place of a model and is none.
  private static final Set<String> GENERIC = Set.of("K", "wv", "Mobile", "Tablet");

  private record Known(String word, String name) {}

  /// A browser names those that it resembles as well: the more special come first.
  private static final List<Known> BROWSERS =
      List.of(
          new Known("Googlebot/", "Googlebot"),
          new Known("bingbot/", "bingbot"),
          new Known("Edg/", "Edge"),
          new Known("EdgA/", "Edge"),
          new Known("EdgiOS/", "Edge"),
          new Known("Edge/", "Edge"),
          new Known("OPR/", "Opera"),
          new Known("SamsungBrowser/", "Samsung Internet"),
          new Known("YaBrowser/", "Yandex Browser"),
          new Known("Vivaldi/", "Vivaldi"),
          new Known("UCBrowser/", "UC Browser"),
          new Known("DuckDuckGo/", "DuckDuckGo"),
          new Known("Electron/", "Electron"),
          new Known("HeadlessChrome/", "Headless Chrome"),
          new Known("FxiOS/", "Firefox"),
          new Known("Firefox/", "Firefox"),
          new Known("CriOS/", "Chrome"),
          new Known("Chrome/", "Chrome"),
          new Known("MSIE ", "Internet Explorer"),
          new Known("Trident/7.0; ", "Internet Explorer"));

  static UserAgent parse(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return UNKNOWN;
    }
    String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    return browser(text).on(text);
  }

  private static UserAgent browser(String text) {
    for (Known known : BROWSERS) {
      int at = text.indexOf(known.word());
      if (at >= 0) {
        String version = number(text, at + known.word().length(), 1);
        return switch (known.word()) {
          case "Chrome/" -> named(text.contains("; wv)") ? "Android WebView" : "Chrome", version);
          case "Trident/7.0; " -> named(known.name(), after(text, "rv:", 1));
          default -> named(known.name(), version);
        };
      }
    }
    if (text.contains("AppleWebKit/")) {
      String version = after(text, "Version/", 1);
      return version == null ? named("WebKit", null) : named("Safari", version);
    }
    return firstProduct(text);
  }

  private static UserAgent named(String browser, @Nullable String version) {
    return new UserAgent(browser, version, null, null, null);
  }

  /// What stands before the first slash: `curl/8.5.0`, `okhttp/4.12.0`; not `Mozilla`, which all
  /// browsers say.
  private static UserAgent firstProduct(String text) {
    int slash = text.indexOf('/');
    boolean product = slash > 0 && slash <= 40 && text.lastIndexOf(' ', slash) < 0;
    return product && !text.startsWith("Mozilla/")
        ? named(text.substring(0, slash), number(text, slash + 1, 1))
        : UNKNOWN;
  }

  private UserAgent on(String text) {
    if (text.contains("Windows NT ")) {
      return on("Windows", windows(after(text, "Windows NT ", 2)), null);
    }
    if (text.contains("Android")) {
      return on("Android", after(text, "Android ", 2), model(text));
    }
    if (text.contains("iPhone") || text.contains("iPad") || text.contains("iPod")) {
      String device = text.contains("iPad") ? "iPad" : text.contains("iPod") ? "iPod" : "iPhone";
      String version = after(text, "iPhone OS ", 2);
      return on("iOS", version == null ? after(text, "CPU OS ", 2) : version, device);
    }
    if (text.contains("Mac OS X")) {
      return on("macOS", after(text, "Mac OS X ", 2), "Mac");
    }
    if (text.contains("CrOS ")) {
      return on("Chrome OS", null, null);
    }
    return text.contains("Linux") ? on("Linux", null, null) : this;
  }

  private UserAgent on(String name, @Nullable String number, @Nullable String model) {
    return new UserAgent(browser, version, name, number, model);
  }

  /// Windows 11 calls itself 10 in this header.
  private static @Nullable String windows(@Nullable String kernel) {
    return switch (kernel == null ? "" : kernel) {
      case "" -> null;
      case "10.0" -> "10";
      case "6.3" -> "8.1";
      case "6.2" -> "8";
      case "6.1" -> "7";
      case "6.0" -> "Vista";
      case "5.1", "5.2" -> "XP";
      default -> kernel;
    };
  }

  /// `SM-G991B` of `(Linux; Android 13; SM-G991B Build/TP1A)`; Chrome says `K` instead of any.
  private static @Nullable String model(String text) {
    int android = text.indexOf("Android");
    int from = text.indexOf(';', android);
    int close = text.indexOf(')', android);
    if (from < 0 || close < from) {
      return null;
    }
    String rest = text.substring(from + 1, close);
    int build = rest.indexOf(" Build/");
    int next = rest.indexOf(';');
    int end = build >= 0 && (next < 0 || build < next) ? build : next;
    String model = (end < 0 ? rest : rest.substring(0, end)).strip();
    boolean none = GENERIC.contains(model) || model.startsWith("rv:");
    return model.isEmpty() || none ? null : model;
  }

  private static @Nullable String after(String text, String word, int parts) {
    int at = text.indexOf(word);
    return at < 0 ? null : number(text, at + word.length(), parts);
  }

  /// A version of at most so many parts; Apple writes underscores between them.
  private static @Nullable String number(String text, int from, int parts) {
    int end = from;
    for (int part = 0; end < text.length(); end++) {
      char c = text.charAt(end);
      boolean dot = c == '.' || c == '_';
      if (!dot && (c < '0' || c > '9') || dot && ++part == parts) {
        break;
      }
    }
    return end == from ? null : text.substring(from, end).replace('_', '.');
  }
}
