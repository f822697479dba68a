package dev.suture.alert;

import dev.suture.alert.Alert.State;
import dev.suture.alert.AlertStore.Due;
import dev.suture.alert.AlertStore.Result;
import dev.suture.alert.Delivery.Action;
import dev.suture.alert.Notifier.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due: of each channel one message at a time, in order, each attempt noted before it
/// is made. A server that is killed in between tries again and says that it may be a repeat.
public final class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final int ATTEMPTS = 12;
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final AlertStore alerts;
  private final AlertSettings settings;
  private final Notifier notifier;
  private final String base;
  private final InstantSource clock;
  private final Set<Long> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// @param base address of the server, without a slash at its end
  public Deliveries(
      AlertStore alerts,
      AlertSettings settings,
      Notifier notifier,
      String base,
      InstantSource clock) {
    this.alerts = alerts;
    this.settings = settings;
    this.notifier = notifier;
    this.base = base;
    this.clock = clock;
  }

  /// Sends what each channel has, each on a thread of its own, so that a slow one keeps no other
  /// waiting.
  public void send() {
    for (long channel : alerts.channelsDue(clock.instant())) {
      if (!closed && busy.add(channel)) {
        Thread.ofVirtual().name("alert").start(() -> go(channel));
      }
    }
  }

  private void go(long channel) {
    try {
      Optional<Due> next = alerts.next(channel, clock.instant());
      while (next.isPresent() && !closed) {
        send(next.get());
        next = alerts.next(channel, clock.instant());
      }
    } catch (RuntimeException trouble) {
      LOG.warn("messages of channel {} wait: {}", channel, trouble.toString());
    } finally {
      busy.remove(channel);
    }
  }

  private void send(Due due) {
    Delivery delivery = due.delivery();
    Instant now = clock.instant();
    Optional<AlertSettings.Sealed> channel = settings.channel(delivery.channel());
    Optional<Silence> silence = silence(due, now);
    List<Alert> told = told(due);
    if (channel.isEmpty() || !(channel.get().channel().on() || delivery.action() == Action.test)) {
      end(delivery, Delivery.State.dropped, "The channel is gone or switched off.", now);
    } else if (told.isEmpty() && delivery.action() != Action.test) {
      end(delivery, Delivery.State.dropped, "It ended before it was told.", now);
    } else if (silence.isPresent()) {
      end(
          delivery,
          Delivery.State.held,
          "Silenced by " + silence.get().by() + ": " + silence.get().reason(),
          silence.get().until());
    } else {
      alerts.begin(delivery.id(), now);
      Outcome outcome =
          notifier.send(channel.get().channel(), channel.get().secret(), message(due, told, now));
      Instant after = clock.instant();
      alerts.end(delivery.id(), result(delivery, outcome, Duration.between(now, after), after));
    }
  }

  private void end(Delivery delivery, Delivery.State state, String says, Instant due) {
    alerts.end(delivery.id(), new Result(state, null, says, due));
  }

  /// An end is told in a silence too where the beginning was: it is good news.
  private Optional<Silence> silence(Due due, Instant now) {
    if (due.delivery().action() != Action.trigger && due.delivery().action() != Action.escalate) {
      return Optional.empty();
    }
    List<Silence> all = settings.silences(due.project(), now);
    Silence found = null;
    for (Alert alert : due.alerts()) {
      found = all.stream().filter(each -> each.covers(alert, now)).findFirst().orElse(null);
      if (found == null) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(found);
  }

  /// What ended before it could be told is not told.
  private static List<Alert> told(Due due) {
    return switch (due.delivery().action()) {
      case trigger ->
          due.alerts().stream().filter(alert -> alert.state() != State.resolved).toList();
      case escalate ->
          due.alerts().stream().filter(alert -> alert.state() == State.firing).toList();
      case acknowledge, resolve, test -> due.alerts();
    };
  }

  private Message message(Due due, List<Alert> told, Instant now) {
    Delivery delivery = due.delivery();
    return new Message(
        "suture-" + due.slug() + "-" + delivery.id(),
        delivery.action(),
        due.repeat(),
        due.slug(),
        told.isEmpty() ? "" : told.getFirst().ruleName(),
        base,
        now,
        told);
  }

  private static Result result(Delivery delivery, Outcome outcome, Duration took, Instant now) {
    int tried = delivery.attempts().size() + 1;
    return switch (outcome) {
      case Outcome.Delivered(String answer) ->
          new Result(Delivery.State.delivered, took.toMillis(), answer, now);
      case Outcome.Refused(String answer) ->
          new Result(Delivery.State.failed, took.toMillis(), answer, now);
      case Outcome.Again(String answer, Duration after) ->
          tried >= ATTEMPTS
              ? new Result(Delivery.State.failed, took.toMillis(), answer, now)
              : new Result(
                  Delivery.State.waiting,
                  took.toMillis(),
                  answer,
                  now.plus(pause(tried, after, RandomGenerator.getDefault())));
    };
  }

  /// Twice as long each time, up to a quarter of an hour, with half of it left to chance; never
  /// shorter than the other side asks for, within an hour.
  static Duration pause(int tried, Duration asked, RandomGenerator random) {
    long longest = LONGEST.toMillis();
    long whole = Math.min(longest, FIRST.toMillis() << Math.min(tried - 1, 20));
    Duration pause = Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    Duration bounded = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    return pause.compareTo(bounded) > 0 ? pause : bounded.plus(pause.dividedBy(4));
  }

  /// Lets what is being sent end.
  @Override
  public void close() {
    closed = true;
    long end = System.nanoTime() + LAST_WORDS.toNanos();
    while (!busy.isEmpty() && System.nanoTime() < end) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
