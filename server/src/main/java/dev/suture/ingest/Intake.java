package dev.suture.ingest;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Protocol.Inspected;
import dev.suture.ingest.limit.Allowance;
import dev.suture.ingest.limit.Backoff;
import dev.suture.io.BoundedStream;
import dev.suture.io.TooLarge;
import dev.suture.project.Category;
import dev.suture.project.ProjectKey;
import dev.suture.project.ProjectStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts deliveries of one protocol: whose key, how large, readable at all, and then durably into
/// the queue. Nothing else happens before the answer. Under pressure only the beginning of a body
/// is looked at, and the digest says what is wrong with the rest.
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int RETRY_SECONDS = 60;
  private static final int SHARE_SECONDS = 30;

  private final Protocol protocol;
  private final ProjectStore projects;
  private final Queue queue;
  private final Refusals refusals;
  private final InstantSource clock;
  private final MemoryBudget memory;
  private final Pressure pressure;
  private final Allowance allowance;

  /// What every protocol's intake shares.
  ///
  /// @param memory what bodies on their way into the queue may hold at one time
  /// @param pressure of all doors together
  /// @param allowance what each key and project may send
  public record Base(
      ProjectStore projects,
      Queue queue,
      Refusals refusals,
      InstantSource clock,
      MemoryBudget memory,
      Pressure pressure,
      Allowance allowance) {}

  public Intake(Protocol protocol, Base base) {
    this.protocol = protocol;
    this.projects = base.projects();
    this.queue = base.queue();
    this.refusals = base.refusals();
    this.clock = base.clock();
    this.memory = base.memory();
    this.pressure = base.pressure();
    this.allowance = base.allowance();
  }

  /// @throws IOException when the sender goes away or is too slow; nothing was kept
  public Receipt accept(Delivery delivery) throws IOException, InterruptedException {
    List<String> keys = new ArrayList<>(protocol.keys(delivery.claims()));
    Optional<Receipt.Denied> denied = keys.isEmpty() ? Optional.empty() : check(keys, delivery);
    if (denied.isPresent()) {
      return denied.get();
    }
    try (MemoryBudget.Share share = memory.share()) {
      byte[] body =
          BoundedStream.readAll(share.guard(delivery.body()), memory.largest(), delivery.length());
      boolean hurried = pressure.enter();
      try {
        return accept(delivery, keys, body, hurried);
      } finally {
        pressure.leave();
      }
    } catch (TooLarge large) {
      return refused(keys, new Receipt.TooLarge(large.limit()));
    } catch (MemoryBudget.Exhausted _) {
      return refused(keys, new Receipt.NoRoom(1));
    }
  }

  private Receipt accept(Delivery delivery, List<String> keys, byte[] body, boolean hurried)
      throws IOException, InterruptedException {
    Instant received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Inspected inspected;
    try {
      inspected = hurried && isUnlimited(keys) ? protocol.glance(delivery.encoding(), body) : null;
      if (inspected == null) {
        inspected = protocol.inspect(delivery.encoding(), body, received);
      }
    } catch (Malformed malformed) {
      return refused(keys, new Receipt.Broken(String.valueOf(malformed.getMessage())));
    }
    if (inspected.key() != null) {
      keys.add(inspected.key());
    }
    Optional<Receipt.Denied> denied = check(keys, delivery);
    if (denied.isPresent()) {
      return denied.get();
    }
    ProjectKey key = find(keys.getFirst()).orElseThrow();
    String own = Long.toString(key.project());
    String named = delivery.project() == null ? own : delivery.project();
    if (inspected.project() != null && !inspected.project().equals(named)) {
      return new Receipt.Denied("the DSN in the body names another project than the path or key");
    }
    if (inspected.body().length == 0) {
      refusals.count(key.project(), new Outcome.Filtered("nothing of use"));
      return new Receipt.Accepted(inspected.id(), inspected.rejected());
    }
    Allowance.Verdict verdict = allowance.ask(key, contents(inspected), received);
    if (!verdict.over().isEmpty() && verdict.over().containsAll(contents(inspected).keySet())) {
      contents(inspected)
          .forEach(
              (category, count) ->
                  refusals.count(
                      key.project(), word(category), new Outcome.Limited("rate limit"), count));
      return new Receipt.Limited(verdict.backoffs());
    }
    Arrival arrival =
        new Arrival(
            key.project(),
            received,
            protocol.wire(),
            inspected.encoding().name(),
            delivery.address(),
            inspected.body(),
            verdict.over(),
            delivery.voucher().of(key.project()));
    return append(arrival, inspected, verdict.backoffs());
  }

  /// A key that shows itself before the body is read may have limits that ask for all of it.
  private boolean isUnlimited(List<String> keys) {
    return !keys.isEmpty() && find(keys.getFirst()).filter(allowance::asks).isEmpty();
  }

  private Map<Category, Integer> contents(Inspected inspected) {
    if (!inspected.contents().isEmpty()) {
      return inspected.contents();
    }
    return Map.of(
        protocol.wire() == Arrival.Wire.bugsnagSessions ? Category.session : Category.error, 1);
  }

  /// What the outcomes call it.
  private static String word(Category category) {
    return switch (category) {
      case error -> "event";
      case monitor -> "check_in";
      case transaction,
          session,
          attachment,
          replay,
          feedback,
          profile,
          span,
          log,
          security,
          metric,
          internal ->
          category.word();
    };
  }

  private Receipt append(Arrival arrival, Inspected inspected, List<Backoff> backoffs)
      throws IOException, InterruptedException {
    try {
      queue.append(arrival);
      return new Receipt.Accepted(inspected.id(), inspected.rejected(), backoffs);
    } catch (Queue.OverShare over) {
      LOG.warn("an arrival is refused: {}", over.getMessage());
      refusals.count(arrival.project(), new Outcome.Limited("queue share"));
      return new Receipt.Limited(
          List.of(new Backoff(SHARE_SECONDS, List.of(), "project", "queue_share")));
    } catch (Queue.QueueFull full) {
      LOG.warn("an arrival is refused: {}", full.getMessage());
      refusals.count(arrival.project(), new Outcome.Limited("queue full"));
      return new Receipt.NoRoom(RETRY_SECONDS);
    }
  }

  /// Whether the claims alone are refused, for a door that does much before it delivers.
  public Optional<Receipt.Denied> denied(Delivery delivery) {
    return check(protocol.keys(delivery.claims()), delivery);
  }

  private Optional<Receipt.Denied> check(List<String> keys, Delivery delivery) {
    if (keys.isEmpty()) {
      return denied("the request shows no DSN key: send X-Sentry-Auth or sentry_key");
    }
    String value = keys.getFirst();
    if (!keys.stream().allMatch(value::equals)) {
      return denied("the request shows several DSN keys that disagree");
    }
    Optional<ProjectKey> key = find(value);
    if (key.isEmpty()) {
      return denied("this DSN key is not known: copy the DSN from the project's page");
    }
    if (!key.get().enabled()) {
      return denied("this DSN key is disabled: copy the DSN of another key of the project");
    }
    String project = Long.toString(key.get().project());
    if (delivery.project() != null && !delivery.project().equals(project)) {
      return denied("this DSN key belongs to another project than the path names");
    }
    return Optional.empty();
  }

  private Optional<ProjectKey> find(String value) {
    return ProjectKey.canBe(value) ? projects.key(value) : Optional.empty();
  }

  private static Optional<Receipt.Denied> denied(String reason) {
    return Optional.of(new Receipt.Denied(reason));
  }

  /// Counts a refusal where its project is known for sure.
  private Receipt refused(List<String> keys, Receipt receipt) {
    Optional<ProjectKey> key = keys.isEmpty() ? Optional.empty() : find(keys.getFirst());
    key.ifPresent(
        sure ->
            refusals.count(
                sure.project(),
                switch (receipt) {
                  case Receipt.TooLarge _ -> new Outcome.Limited("too large");
                  case Receipt.NoRoom _ -> new Outcome.Limited("memory full");
                  case Receipt.Broken _ -> new Outcome.Invalid("broken envelope");
                  case Receipt.Denied _ -> new Outcome.Invalid("denied");
                  case Receipt.Limited _ -> new Outcome.Limited("rate limit");
                  case Receipt.Accepted _ -> throw new IllegalStateException("not refused");
                }));
    return receipt;
  }
}
