package dev.suture.backport.presence;

import java.util.regex.Pattern;

/// What a file is for, as far as its path tells: a fix is in the sources, its proof in the tests,
/// and what is written about it differs from line to line.
enum Kind {
  source(1),
  test(.4),
  notes(.1);

  private static final Pattern NOTES =
      Pattern.compile(
          "(?i)(^|/)(change-?logs?|release[_-]?notes|newsfragments|\\.changes(et)?)/"
              + "|(^|/)(change-?log|changes|news|history|releases?|whats[_-]?new|authors"
              + "|contributors|version)[^/]*$"
              + "|(^|/)(package-lock\\.json|yarn\\.lock|pnpm-lock\\.yaml|[^/]+\\.lock)$");
  private static final Pattern TESTS =
      Pattern.compile(
          "(^|/)(tests?|specs?|__tests__|testing|integration-tests?|testdata|fixtures)/"
              + "|[_.-](test|tests|spec)\\.[^/]+$|(^|/)test_[^/]+$|Tests?\\.[a-z]+$|Spec\\.[a-z]+$");

  final double worth;

  Kind(double worth) {
    this.worth = worth;
  }

  static Kind of(String path) {
    return NOTES.matcher(path).find() ? notes : TESTS.matcher(path).find() ? test : source;
  }
}
