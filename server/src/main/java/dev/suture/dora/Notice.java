package dev.suture.dora;

import dev.suture.ship.Question;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What another tool's notification says.
public sealed interface Notice {
  record Deployed(Told told) implements Notice {}

  /// Something is wrong in an environment.
  ///
  /// @param incident what the tool calls it
  /// @param release that it names as the one to blame; null when it names none
  record Broken(
      String environment, @Nullable String release, String incident, String source, Instant at)
      implements Notice {}

  record Mended(String incident, String source, Instant at) implements Notice {}

  /// A deployment waits until it is answered whether it may go on.
  record Asks(Question.Asked question) implements Notice {}

  /// Nothing that matters here.
  ///
  /// @param why in words of ours
  record Nothing(String why) implements Notice {}
}
