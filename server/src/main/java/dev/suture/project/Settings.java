package dev.suture.project;

import java.util.List;

/// What a project wants done with what arrives for it. Every part has a default that is safe to
/// start with.
///
/// @param platform what the application is written in, for the snippets that are shown; empty when
///   nobody said
public record Settings(String platform, Filters filters, Scrubbing scrubbing, Limits limits) {
  public static final Settings DEFAULT =
      new Settings("", Filters.DEFAULT, Scrubbing.DEFAULT, Limits.DEFAULT);

  /// Settings that were kept before a part was there have its default.
  public Settings {
    platform = platform == null ? "" : platform;
    filters = filters == null ? Filters.DEFAULT : filters;
    scrubbing = scrubbing == null ? Scrubbing.DEFAULT : scrubbing;
    limits = limits == null ? Limits.DEFAULT : limits;
  }

  /// What is not wanted, whoever sends it.
  ///
  /// @param browserExtensions errors that extensions of a browser cause in every page
  /// @param localhost errors of a developer's own machine
  /// @param webCrawlers errors that crawlers and monitors meet
  /// @param healthChecks transactions of probes
  /// @param noise messages that browsers raise and nobody can mend
  /// @param legacyBrowsers names as [LegacyBrowser] has them
  /// @param messages globs on `Type: value` and on the message
  /// @param releases globs
  /// @param addresses IP addresses and networks of senders
  /// @param cspOrigins globs on what a content security policy blocked or where it was broken
  public record Filters(
      boolean browserExtensions,
      boolean localhost,
      boolean webCrawlers,
      boolean healthChecks,
      boolean noise,
      List<LegacyBrowser> legacyBrowsers,
      List<String> messages,
      List<String> releases,
      List<String> addresses,
      List<String> cspOrigins) {
    public static final Filters DEFAULT =
        new Filters(
            false, false, true, true, false, List.of(), List.of(), List.of(), List.of(), List.of());

    public Filters {
      legacyBrowsers = copy(legacyBrowsers);
      messages = copy(messages);
      releases = copy(releases);
      addresses = copy(addresses);
      cspOrigins = copy(cspOrigins);
    }
  }

  /// Browsers that a page need not work in any more.
  public enum LegacyBrowser {
    ie8,
    ie9,
    ie10,
    ie11,
    edge78,
    safari5,
    opera14,
    operaMini34,
    android3,
    chrome62,
    firefox66
  }

  /// What is taken out before anything is kept.
  ///
  /// @param defaults whether the rules that every project begins with apply
  /// @param keepAddresses whether IP addresses of users are kept
  /// @param sensitiveFields further names of fields whose values are secret, as parts of names
  /// @param safeFields selectors of what no rule touches
  /// @param rules the project's own, applied first
  public record Scrubbing(
      boolean defaults,
      boolean keepAddresses,
      List<String> sensitiveFields,
      List<String> safeFields,
      List<Rule> rules) {
    public static final Scrubbing DEFAULT =
        new Scrubbing(true, false, List.of(), List.of(), List.of());

    public Scrubbing {
      sensitiveFields = copy(sensitiveFields);
      safeFields = copy(safeFields);
      rules = copy(rules);
    }
  }

  /// One rule of a project.
  ///
  /// @param selector where: `$user.**`, `extra.'my key'`, `$string`
  /// @param what looks for: `anything`, `creditCard`, `email`, ... or `pattern`
  /// @param pattern a regular expression (RE2) when `what` is `pattern`; else empty
  /// @param method what is done with it
  /// @param text that stands in its place for `replace`; else empty
  public record Rule(String selector, String what, String pattern, Method method, String text) {
    public Rule {
      pattern = pattern == null ? "" : pattern;
      text = text == null ? "" : text;
    }
  }

  /// What a rule does with what it finds.
  public enum Method {
    remove,
    replace,
    mask,
    hash
  }

  /// How much may arrive.
  ///
  /// @param project for all keys together
  /// @param spikeProtection whether a sudden multiple of the usual rate is cut
  public record Limits(List<Limit> project, boolean spikeProtection) {
    public static final Limits DEFAULT = new Limits(List.of(), true);

    public Limits {
      project = copy(project);
    }
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
