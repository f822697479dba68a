package dev.suture.ingest.filter;

import dev.suture.project.Settings.LegacyBrowser;
import java.util.Optional;

/// A browser and its first version number, as far as it takes to tell an old one.
record Browser(Family family, int version) {
  enum Family {
    explorer,
    edge,
    operaMini,
    opera,
    chrome,
    firefox,
    safari,
    android
  }

  /// @param agent a `User-Agent` header
  static Optional<Browser> of(String agent) {
    if (agent.contains("MSIE ")) {
      return browser(Family.explorer, agent, "MSIE ");
    }
    if (agent.contains("Trident/7")) {
      return browser(Family.explorer, agent, "rv:");
    }
    if (agent.contains("Opera Mini/")) {
      return browser(Family.operaMini, agent, "Opera Mini/");
    }
    if (agent.contains("OPR/")) {
      return browser(Family.opera, agent, "OPR/");
    }
    if (agent.startsWith("Opera")) {
      return agent.contains("Version/")
          ? browser(Family.opera, agent, "Version/")
          : browser(Family.opera, agent, "Opera/");
    }
    for (String edge : new String[] {"Edge/", "Edg/", "EdgA/", "EdgiOS/"}) {
      if (agent.contains(edge)) {
        return browser(Family.edge, agent, edge);
      }
    }
    if (agent.contains("Firefox/")) {
      return browser(Family.firefox, agent, "Firefox/");
    }
    if (agent.contains("Chrome/")) {
      return browser(Family.chrome, agent, "Chrome/");
    }
    if (agent.contains("CriOS/") || agent.contains("FxiOS/")) {
      return Optional.empty();
    }
    if (agent.contains("Android ") && agent.contains("Version/")) {
      return browser(Family.android, agent, "Android ");
    }
    return agent.contains("Safari/") ? browser(Family.safari, agent, "Version/") : Optional.empty();
  }

  private static Optional<Browser> browser(Family family, String agent, String word) {
    int at = agent.indexOf(word);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + word.length();
    int version = 0;
    int end = from;
    while (end < agent.length() && end - from < 4 && Character.isDigit(agent.charAt(end))) {
      version = version * 10 + Character.digit(agent.charAt(end), 10);
      end++;
    }
    return end == from ? Optional.empty() : Optional.of(new Browser(family, version));
  }

  boolean is(LegacyBrowser old) {
    return switch (old) {
      case ie8 -> family == Family.explorer && version <= 8;
      case ie9 -> family == Family.explorer && version == 9;
      case ie10 -> family == Family.explorer && version == 10;
      case ie11 -> family == Family.explorer && version == 11;
      case edge78 -> family == Family.edge && version <= 78;
      case safari5 -> family == Family.safari && version <= 5;
      case opera14 -> family == Family.opera && version <= 14;
      case operaMini34 -> family == Family.operaMini && version <= 34;
      case android3 -> family == Family.android && version <= 3;
      case chrome62 -> family == Family.chrome && version <= 62;
      case firefox66 -> family == Family.firefox && version <= 66;
    };
  }
}
