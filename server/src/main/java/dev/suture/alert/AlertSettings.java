package dev.suture.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where rules, channels and silences of projects are kept.
public interface AlertSettings {
  /// The rules of a project; one that was never looked at gets [Rule#usual()].
  List<Rule> rules(long project);

  /// Adds, or replaces the one with its id. What is open ends when the rule is switched off or
  /// waits for something else.
  ///
  /// @return the rule with its id; empty when the project has none with it
  Optional<Rule> put(long project, Rule rule, Instant now);

  /// Its open alerts end with it.
  boolean removeRule(long project, long rule, Instant now);

  List<Channel> channels(long project);

  /// Adds, or replaces the one with its id.
  ///
  /// @param secret null to keep the one that is stored
  Optional<Channel> put(long project, Channel channel, @Nullable String secret);

  boolean removeChannel(long project, long channel);

  /// A channel and what is never shown of it.
  Optional<Sealed> channel(long channel);

  /// @param project id
  record Sealed(long project, Channel channel, String secret) {}

  /// Those that have not ended, the newest first.
  List<Silence> silences(long project, Instant now);

  Silence add(long project, Silence silence);

  /// What it held is due at once.
  boolean removeSilence(long project, long silence, Instant now);
}
