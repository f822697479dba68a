package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.Evidence;
import dev.suture.cause.Origin;
import dev.suture.cause.Witness;
import dev.suture.cause.flow.Complaint;
import dev.suture.cause.flow.Parser;
import dev.suture.event.Event;
import dev.suture.event.Thrown;
import dev.suture.hotfix.LiveCommit;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.io.LeastRecentlyUsed;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the cause of an issue's newest failure. The same stored facts give the same cause.
public final class Causes {
  /// A recorder that reads a copy of a body may end a moment after the page did.
  private static final double SLACK = 1;

  private static final int MOST_TRAILS = 64;

  private final Evidence evidence;
  private final Origin origin;
  private final Application.Shelf shelf;
  private final Suspects suspects;
  private final Others others;

  /// Failures that were followed last; neither they nor the sources of a commit change.
  private final Map<String, @Nullable Trail> trails =
      Collections.synchronizedMap(new LeastRecentlyUsed<>(MOST_TRAILS));

  /// What was surmised last of them.
  private final Map<String, Optional<Candidates.Candidate>> surmised =
      Collections.synchronizedMap(new LeastRecentlyUsed<>(MOST_TRAILS));

  /// Where the source of what failed is read from, and how.
  public record Sources(SourceTree tree, History history, Parser parser) {}

  public Causes(Evidence evidence, Origin origin, Sources sources) {
    this.evidence = evidence;
    this.origin = origin;
    this.shelf = new Application.Shelf(sources.tree(), sources.parser());
    this.others = new Others(evidence);
    this.suspects = new Suspects(origin, sources.history());
  }

  /// Empty when there is no such issue.
  public Optional<Cause> ofIssue(String id) {
    return Witness.ofIssue(id, evidence, origin).map(this::of);
  }

  private Cause of(Witness witness) {
    Event event = witness.subject().event();
    List<Exchange> answered =
        witness.exchanges().stream()
            .filter(each -> each.at() + each.ms() <= witness.failedAt() + SLACK)
            .sorted(Comparator.comparingDouble(each -> each.at() + each.ms()))
            .toList();
    List<Cause.Fact> facts = new ArrayList<>();
    Trail trail = trail(witness, answered, facts);
    Candidates.Candidate found = trail == null ? null : trail.candidate();
    Shape.Bad bad = found == null ? null : found.bad();
    Suspects.Since since = since(witness, trail, bad == null ? null : bad.field());
    boolean misnamed =
        since.misnamed()
            && found != null
            && bad != null
            && bad.found().equals("missing")
            && found.exchange().status() < 400
            && isNowhere(Suspects.last(bad.field()), answered);
    Late.Seen seen = new Late.Seen(witness.actions(), witness.failedAt());
    Late late = trail == null ? null : Late.of(trail, misnamed ? null : found, answered, seen);
    Candidates.Candidate followed = late != null ? late.candidate() : misnamed ? null : found;
    Candidates.Candidate candidate =
        trail == null || late != null || found != null
            ? followed
            : surmised(witness, trail, answered, seen).orElse(null);
    Cause.Answered exchange = candidate == null ? null : answered(candidate, witness);
    Cause.Trigger action = Triggers.of(witness, candidate == null ? null : candidate.exchange());
    Telling.facts(candidate, exchange, trail, action, facts);
    if (late != null) {
      facts.addFirst(Telling.late(late));
    }
    if (candidate != null && candidate.bad() != null) {
      String words = others.compare(witness, candidate, candidate.bad().field()).words();
      if (words != null) {
        facts.add(new Cause.Fact("contract", words, null));
      }
    }
    if (misnamed && late == null) {
      facts.add(
          new Cause.Fact(
              "commit",
              "The likeliest commit was the first to read a property of this name, and no recorded"
                  + " answer has it: the code is likely at fault, not an answer.",
              null));
    }
    boolean confident = candidate != null && candidate.sure();
    return new Cause(
        witness.subject().issue().id(),
        event.id(),
        witness.subject().capture() == null ? null : witness.subject().capture().id(),
        confident,
        late != null && exchange != null
            ? Telling.summary(exchange)
            : Telling.summary(confident, exchange, trail),
        trail == null ? null : trail.expression(),
        exchange,
        trail == null || exchange != null ? null : misnamed ? "program" : trail.source(),
        action,
        file(trail, since),
        since.suspects(),
        since.fixed(),
        List.copyOf(facts),
        trail == null
            ? List.of()
            : new Ranking(trail, witness).of(late == null ? candidate : null));
  }

  private Optional<Candidates.Candidate> surmised(
      Witness witness, Trail trail, List<Exchange> answered, Late.Seen seen) {
    String key = key(witness, trail.application());
    Optional<Candidates.Candidate> known = surmised.get(key);
    if (known == null) {
      known = Surmise.of(trail, answered, seen);
      surmised.put(key, known);
    }
    return known;
  }

  private static String key(Witness witness, Application application) {
    return witness.subject().event().id() + " " + application.commit();
  }

  /// Whether no answer has a property of a name.
  private static boolean isNowhere(@Nullable String name, List<Exchange> answered) {
    return answered.stream()
        .map(Exchange::responseBody)
        .noneMatch(each -> each != null && each.contains("\"" + name + "\""));
  }

  private static @Nullable String file(@Nullable Trail trail, Suspects.Since since) {
    return since.file() != null ? since.file() : trail == null ? null : trail.expression().path();
  }

  private Suspects.Since since(Witness witness, @Nullable Trail trail, @Nullable String field) {
    try {
      return trail == null ? Suspects.Since.UNKNOWN : suspects.of(witness, trail, field);
    } catch (Unreachable unreachable) {
      return Suspects.Since.UNKNOWN;
    }
  }

  private @Nullable Trail trail(Witness witness, List<Exchange> answered, List<Cause.Fact> facts) {
    Project project = witness.subject().project();
    var thrown = thrown(witness.subject().event()).orElse(null);
    if (thrown == null || project.repository() == null) {
      facts.add(
          new Cause.Fact(
              "expression",
              thrown == null
                  ? "The event has no exception, so there is no expression to begin with."
                  : "The project has no repository, so its source cannot be read: set one.",
              null));
      return null;
    }
    try {
      Application application = shelf.of(project, commit(witness));
      Complaint complaint = Complaint.of(thrown.type(), thrown.value());
      synchronized (application) {
        String key = key(witness, application);
        Trail trail = trails.containsKey(key) ? trails.get(key) : null;
        if (trail == null) {
          trail = Trail.follow(application, thrown.frames(), complaint, thrown.value(), answered);
          trails.put(key, trail);
        }
        if (trail == null) {
          facts.add(
              new Cause.Fact(
                  "expression",
                  thrown.frames().isEmpty()
                      ? "The event has no stack, so there is no expression to begin with."
                      : "No frame of the stack lies in a source of the commit that failed.",
                  null));
        }
        return trail;
      }
    } catch (Unreachable unreachable) {
      facts.add(
          new Cause.Fact("expression", "The repository cannot be read: see to its address.", null));
      return null;
    }
  }

  /// The exception that the chain begins with: one without a stack may still say what was missing.
  private static Optional<Thrown> thrown(Event event) {
    return event.failing().or(() -> event.thrown().stream().findFirst());
  }

  /// The commit of the release that failed, else the one that is live.
  private String commit(Witness witness) throws Unreachable {
    Project project = witness.subject().project();
    String release = witness.subject().event().release();
    Optional<String> named =
        release == null ? Optional.empty() : origin.deployments().commitOf(project.slug(), release);
    if (named.isPresent()) {
      Optional<String> resolved = origin.settled().resolve(project, named.get());
      if (resolved.isPresent()) {
        return resolved.get();
      }
    }
    return LiveCommit.of(project, origin.deployments(), origin.settled()).commit();
  }

  private static Cause.Answered answered(Candidates.Candidate candidate, Witness witness) {
    Exchange exchange = candidate.exchange();
    Shape.Bad bad = candidate.bad();
    return new Cause.Answered(
        exchange.id(),
        exchange.method(),
        exchange.url(),
        exchange.status(),
        Math.max(0, Math.round(witness.failedAt() - exchange.at() - exchange.ms())),
        bad == null ? null : bad.field(),
        bad == null ? null : bad.found());
  }
}
