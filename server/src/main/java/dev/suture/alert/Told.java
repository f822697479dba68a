package dev.suture.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to tell of an alert.
///
/// @param says a sentence of Suture's, in which nothing captured stands
/// @param quote captured text that goes with it: an issue's title, the name of an environment
/// @param facts a few numbers, in words of Suture's
/// @param since the deployment that it is to be seen against
/// @param issue id
/// @param page path of the page in the console
public record Told(
    String says,
    @Nullable String quote,
    List<Fact> facts,
    @Nullable Since since,
    @Nullable String issue,
    String page) {
  public Told {
    facts = List.copyOf(facts);
  }

  /// @param value in words of Suture's
  public record Fact(String name, String value) {}

  /// The newest deployment before it.
  ///
  /// @param release as it was sent: captured text
  /// @param environment as it was sent: captured text
  public record Since(String release, String environment, @Nullable String commit, Instant at) {}

  Told with(@Nullable Since deployed) {
    return new Told(says, quote, facts, deployed, issue, page);
  }
}
