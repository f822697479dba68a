package dev.suture.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where alerts and their deliveries are kept. Each step is one transaction: an alert, the messages
/// that it makes necessary, and how far was read, or nothing of them.
public interface AlertStore {
  /// @param projects what to open and to end, by project
  /// @param place how far was read for it; null where nothing was read in order
  void apply(List<Step> steps, AlertFacts.@Nullable Place place, Instant now);

  record Step(long project, List<Opening> openings, List<Ending> endings) {}

  /// Opens an alert, unless one of this rule and subject is open.
  record Opening(Rule rule, String subject, Told told) {}

  /// @param why in words of Suture's
  record Ending(long alert, String why) {}

  /// Those of a project that have not ended.
  List<Alert> open(long project);

  /// Those of these kinds of rules that have not ended, of all projects.
  List<Standing> standing(List<String> kinds);

  /// What is needed to see that something is told already.
  record Standing(long project, long rule) {}

  /// Newest first.
  ///
  /// @param before id; `Long.MAX_VALUE` for the newest
  List<Alert> all(long project, long before, int limit);

  Optional<Alert> find(long project, long alert);

  /// Somebody takes it on.
  ///
  /// @return empty when there is none with this id that has not ended
  Optional<Alert> acknowledge(long project, long alert, String by, Instant now);

  /// Escalates what nobody has taken on in time.
  void escalate(Instant now);

  /// A message that says nothing but that it arrives.
  Delivery test(long project, Channel channel, Instant now);

  /// Newest first.
  List<Delivery> deliveries(long project, long before, int limit);

  Optional<Delivery> delivery(long project, long delivery);

  /// Tries one that was given up once more.
  boolean again(long project, long delivery, Instant now);

  /// Channels that have something to send now.
  List<Long> channelsDue(Instant now);

  /// The first message that a channel has to send, and what there is to tell. One that is tried
  /// again comes before those behind it.
  Optional<Due> next(long channel, Instant now);

  /// @param repeat whether an attempt has no end that is known
  record Due(Delivery delivery, long project, String slug, List<Alert> alerts, boolean repeat) {}

  /// Notes that an attempt begins, before it does.
  void begin(long delivery, Instant now);

  /// Notes how the last attempt ended, and where the delivery stands then.
  void end(long delivery, Result result);

  /// @param millis null when nothing was tried
  record Result(Delivery.State state, @Nullable Long millis, String says, Instant due) {}

  /// Takes out what is older.
  void expire(Instant before);
}
