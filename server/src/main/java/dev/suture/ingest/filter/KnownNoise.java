package dev.suture.ingest.filter;

import java.util.List;
import java.util.Locale;

/// What is known to come from elsewhere than the application: words of extensions, crawlers and
/// probes, and of messages that nobody can mend. All in lower case.
final class KnownNoise {
  /// In the message of an error that an extension or a browser's own code caused.
  private static final List<String> EXTENSION_WORDS =
      List.of(
          "top.globals",
          "originalcreatenotification",
          "canvas.contentdocument",
          "myapp_removeallhighlights",
          "http://tt.epicplay.com",
          "can't find variable: zitereader",
          "jigsaw is not defined",
          "combosearch is not defined",
          "http://loading.retry.widdit.com/",
          "atomicfindclose",
          "fb_xd_fragment",
          "bmi_safeaddonload",
          "ebcallbackmessagereceived",
          "_gcrweb",
          "conduitpage",
          "null is not an object (evaluating 'elt.parentnode')",
          "plugin.setsuspendstate is not a function",
          "extension context invalidated",
          "webkit-masked-url:",
          "can't access dead object");

  /// How the file of the call that threw begins.
  private static final List<String> EXTENSION_FILES =
      List.of(
          "chrome-extension://",
          "chrome://",
          "moz-extension://",
          "safari-extension://",
          "safari-web-extension://",
          "webkit-masked-url");

  /// In the file of the call that threw.
  private static final List<String> EXTENSION_HOSTS =
      List.of(
          "graph.facebook.com",
          "connect.facebook.net",
          "eatdifferent.com.woopra-ns.com",
          "static.woopra.com/js/woopra.js",
          "127.0.0.1:4001/isrunning",
          "webappstoolbarba.texthelp.com/",
          "metrics.itunes.apple.com.edgesuite.net/",
          "kaspersky-labs.com");

  private static final List<String> CRAWLERS =
      List.of(
          "mediapartners-google",
          "adsbot-google",
          "googlebot",
          "feedfetcher-google",
          "google-inspectiontool",
          "bingbot",
          "bingpreview",
          "baiduspider",
          "slurp",
          "sogou",
          "facebook",
          "ia_archiver",
          "slack",
          "calypso appcrawler",
          "pingdom",
          "lyticsbot",
          "aws security scanner",
          "hubspot crawler",
          "bytespider",
          "better uptime",
          "headlesschrome-lighthouse",
          "chrome-lighthouse",
          "gptbot",
          "claudebot",
          "petalbot");

  private static final List<String> PROBES =
      List.of(
          "kube-probe/",
          "elb-healthchecker/",
          "googlehc/",
          "amazon-route53-health-check",
          "consul health check",
          "uptimerobot/",
          "statuscake",
          "updown.io",
          "site24x7",
          "haproxy",
          "traefik-healthcheck");

  /// How a message begins that says nothing of the application.
  private static final List<String> NOISE =
      List.of(
          "resizeobserver loop limit exceeded",
          "resizeobserver loop completed with undelivered notifications",
          "object not found matching id:",
          "java object is gone",
          "java bridge method invocation error",
          "the play() request was interrupted",
          "undefined is not an object (evaluating 'window.webkit.messagehandlers");

  private KnownNoise() {}

  static boolean isExtensionMessage(String value) {
    return containsAny(value, EXTENSION_WORDS);
  }

  static boolean isExtensionFile(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return EXTENSION_FILES.stream().anyMatch(lower::startsWith)
        || EXTENSION_HOSTS.stream().anyMatch(lower::contains);
  }

  static boolean isCrawler(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    if (lower.startsWith("slackbot 1.")) {
      return false;
    }
    return CRAWLERS.stream().anyMatch(lower::contains)
        || isFollowed(lower, "bot")
        || isFollowed(lower, "bots")
        || isFollowed(lower, "spider");
  }

  /// Whether a word stands there with a sign behind it that ends a product's name.
  private static boolean isFollowed(String lower, String word) {
    for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      int behind = at + word.length();
      if (behind < lower.length() && " /);".indexOf(lower.charAt(behind)) >= 0) {
        return true;
      }
    }
    return false;
  }

  static boolean isProbe(String agent) {
    return containsAny(agent, PROBES);
  }

  static boolean isNoise(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return NOISE.stream().anyMatch(lower::startsWith);
  }

  private static boolean containsAny(String text, List<String> words) {
    String lower = text.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }
}
