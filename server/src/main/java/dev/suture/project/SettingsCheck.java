package dev.suture.project;

import dev.suture.project.Settings.Filters;
import dev.suture.project.Settings.Rule;
import dev.suture.project.Settings.Scrubbing;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What settings have to be like before they are kept: bounded, and of use.
public final class SettingsCheck {
  private static final int MOST_ENTRIES = 200;
  private static final int LONGEST_ENTRY = 500;
  private static final int MOST_LIMITS = 50;
  private static final int LONGEST_TEXT = 100;

  private SettingsCheck() {}

  /// What is wrong and what to write instead; empty when nothing is.
  public static Optional<String> problem(Settings settings) {
    if (!settings.platform().matches("[a-z0-9.-]{0,40}")) {
      return Optional.of("A platform is a short name such as 'javascript' or 'java'.");
    }
    return problem(settings.filters())
        .or(() -> problem(settings.scrubbing()))
        .or(() -> problem(settings.limits().project()));
  }

  private static Optional<String> problem(Filters filters) {
    return entries("messages", filters.messages())
        .or(() -> entries("releases", filters.releases()))
        .or(() -> entries("cspOrigins", filters.cspOrigins()))
        .or(() -> entries("addresses", filters.addresses()))
        .or(() -> networks(filters.addresses()));
  }

  private static Optional<String> networks(List<String> addresses) {
    return addresses.stream()
        .filter(each -> Network.parse(each).isEmpty())
        .findFirst()
        .map(
            each ->
                "An address is an IP address or a network such as 10.1.0.0/16 or 2001:db8::/32.");
  }

  private static Optional<String> problem(Scrubbing scrubbing) {
    if (scrubbing.rules().size() > MOST_ENTRIES) {
      return Optional.of("A project has at most " + MOST_ENTRIES + " scrubbing rules.");
    }
    return entries("sensitiveFields", scrubbing.sensitiveFields())
        .or(() -> entries("safeFields", scrubbing.safeFields()))
        .or(() -> scrubbing.rules().stream().flatMap(r -> problem(r).stream()).findFirst());
  }

  private static Optional<String> problem(Rule rule) {
    if (rule.selector() == null || rule.what() == null || rule.method() == null) {
      return Optional.of("A scrubbing rule has a selector, what it looks for, and a method.");
    }
    if (rule.selector().length() > LONGEST_ENTRY || rule.pattern().length() > LONGEST_ENTRY) {
      return Optional.of("A selector or pattern has at most " + LONGEST_ENTRY + " characters.");
    }
    return rule.text().length() > LONGEST_TEXT
        ? Optional.of("A replacement has at most " + LONGEST_TEXT + " characters.")
        : Optional.empty();
  }

  private static Optional<String> entries(String name, List<String> entries) {
    if (entries.size() > MOST_ENTRIES) {
      return Optional.of("'" + name + "' has at most " + MOST_ENTRIES + " entries.");
    }
    boolean wrong =
        entries.stream()
            .anyMatch(
                each ->
                    each.isBlank()
                        || each.length() > LONGEST_ENTRY
                        || each.chars().anyMatch(Character::isISOControl));
    return wrong
        ? Optional.of(
            "An entry of '"
                + name
                + "' is 1 to "
                + LONGEST_ENTRY
                + " characters on one line, and not blank.")
        : Optional.empty();
  }

  /// @param limits of a project or of a key
  public static Optional<String> problem(List<Limit> limits) {
    if (limits.size() > MOST_LIMITS) {
      return Optional.of("There are at most " + MOST_LIMITS + " limits.");
    }
    Set<List<Object>> seen = new HashSet<>();
    for (Limit limit : limits) {
      if (limit.per() == null || limit.most() < 0 || limit.most() > 1_000_000_000_000L) {
        return Optional.of("A limit has a time ('per') and a number from 0 on ('most').");
      }
      if (!seen.add(List.of(Objects.requireNonNullElse(limit.category(), ""), limit.per()))) {
        return Optional.of("There are two limits for the same category and time.");
      }
    }
    return Optional.empty();
  }
}
