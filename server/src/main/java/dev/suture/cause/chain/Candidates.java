package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.flow.Complaint;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Doubt;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Which of the answers before a failure held the bad value: each request that the program may have
/// had it from is compared with what was answered.
final class Candidates {
  /// Complaints of something that is there: under a key that is not known there is nothing.
  private static final Set<Wanted> SOMETHING =
      EnumSet.of(Wanted.noList, Wanted.noText, Wanted.noNumber, Wanted.emptyList, Wanted.noJson);

  private final Answers answers;
  private final Wanted wanted;
  private final Blame blame;
  private final @Nullable String value;
  private final Set<String> fine = new HashSet<>();

  /// Whether a validator said how far it came: then there was something to read.
  private boolean reached;

  /// What was read of the value that was not there; null when it is not known.
  private @Nullable String property;

  Candidates(Answers answers, Complaint complaint, Blame blame) {
    this(answers, complaint.wanted(), complaint.value(), blame);
    this.property =
        complaint.kind() == Complaint.Kind.destructure || complaint.kind() == Complaint.Kind.read
            ? complaint.property()
            : null;
  }

  Candidates(Answers answers, Wanted wanted, @Nullable String value, Blame blame) {
    this.answers = answers;
    this.value = value;
    this.blame = blame;
    this.wanted = wanted;
  }

  /// What of the answers made the program throw an error of its own.
  static Optional<Candidate> doubted(
      Answers answers, Blame blame, Doubt doubt, List<Origin> origins) {
    Candidates candidates = new Candidates(answers, doubt.wanted(), doubt.named(), blame);
    candidates.fine.addAll(doubt.fine());
    candidates.reached =
        doubt.wanted() == Wanted.anything
            && !doubt.path().isEmpty()
            && !doubt.path().contains(Step.FAILED);
    return candidates
        .best(origins)
        .or(() -> candidates.ofKeys(blame.keys(origins)))
        .map(Candidate::unsure);
  }

  /// @param sure whether the program is known to ask for exactly this
  record Candidate(
      Exchange exchange, Shape.@Nullable Bad bad, Merits merits, boolean sure, Origin.Asked asked) {
    /// Whether the program is known to ask for something like it.
    boolean isFollowed() {
      return !asked.equals(Origin.Asked.UNKNOWN);
    }

    Candidate unsure() {
      return new Candidate(exchange, bad, merits, false, asked);
    }

    int score() {
      return merits.score();
    }
  }

  /// The best one; empty when no answer fits.
  Optional<Candidate> best(List<Origin> origins) {
    List<Candidate> all = all(origins);
    return all.stream()
        .max(
            Comparator.comparingInt(Candidate::score)
                .thenComparingDouble(each -> each.exchange().at() + each.exchange().ms()))
        .map(best -> all.stream().anyMatch(each -> rivals(each, best)) ? best.unsure() : best)
        .map(best -> located(best, origins));
  }

  /// All answers that fit, the best of each, the best first.
  List<Candidate> ranked(List<Origin> origins) {
    Map<String, Candidate> each = new LinkedHashMap<>();
    all(origins).stream()
        .sorted(Comparator.comparingInt(Candidate::score).reversed())
        .forEach(candidate -> each.putIfAbsent(candidate.exchange().id(), candidate));
    return List.copyOf(each.values());
  }

  private List<Candidate> all(List<Origin> origins) {
    List<Candidate> all = new ArrayList<>();
    for (Origin origin : origins) {
      if (origin.source() instanceof Origin.Request request && !isVague(origin, origins)) {
        boolean one = !isMade(origin) || isAlone(origin, origins);
        of(request, origin.path()).forEach(each -> all.add(one ? each : each.unsure()));
      }
    }
    all.addAll(new Lookups(answers, blame).of(origins, wanted));
    return all;
  }

  private static boolean isMade(Origin origin) {
    return origin.path().stream().anyMatch(each -> each instanceof Step.Made);
  }

  /// Whether what a value is made of comes from one source: of several any can be to blame.
  private static boolean isAlone(Origin made, List<Origin> origins) {
    return origins.stream()
        .filter(Candidates::isMade)
        .allMatch(each -> each.source().equals(made.source()));
  }

  /// Whether the same call was followed with fewer answers to choose from as well.
  private boolean isVague(Origin origin, List<Origin> origins) {
    if (!(origin.source() instanceof Origin.Request vague)) {
      return false;
    }
    List<Exchange> many = answers.fitting(vague.asked());
    return origins.stream()
        .filter(each -> each.path().equals(origin.path()))
        .map(Origin::source)
        .anyMatch(
            source ->
                source instanceof Origin.Request exact
                    && exact.call() == vague.call()
                    && !exact.asked().equals(vague.asked())
                    && isAmong(answers.fitting(exact.asked()), many));
  }

  private static boolean isAmong(List<Exchange> few, List<Exchange> many) {
    return !few.isEmpty() && few.size() < many.size() && many.containsAll(few);
  }

  /// The same with what a refused answer lacks first on the way that the code takes through one
  /// that is not refused.
  private Candidate located(Candidate refused, List<Origin> origins) {
    Exchange exchange = refused.exchange();
    if (refused.bad() != null || exchange.status() < 400) {
      return refused;
    }
    Candidates missing = new Candidates(answers, Wanted.missing, null, blame);
    for (Origin origin : origins) {
      if (origin.source() instanceof Origin.Request request
          && request.asked().equals(refused.asked())
          && !origin.path().contains(Step.FAILED)) {
        Candidate read = missing.judge(request, origin.path(), exchange, List.of(exchange));
        Shape.Bad bad = read == null ? null : read.bad();
        if (bad == null || bad.field().equals("$")) {
          bad = lacked(origin.path(), exchange);
        }
        if (bad != null) {
          return new Candidate(exchange, bad, refused.merits(), refused.sure(), refused.asked());
        }
      }
    }
    return refused;
  }

  /// What was read of an answer as a whole, where a refused one lacks it.
  private Shape.@Nullable Bad lacked(List<Step> path, Exchange exchange) {
    JsonNode body = answers.body(exchange).orElse(null);
    boolean lacks =
        property != null
            && path.stream().allMatch(Step.BODY::equals)
            && body != null
            && body.isObject()
            && !body.has(property);
    return lacks ? new Shape.Bad("$." + property, "missing", Shape.BEFORE) : null;
  }

  /// Whether another request's answer is as bad, or the same one in another place: then neither is
  /// certain.
  private static boolean rivals(Candidate one, Candidate best) {
    if (one.exchange() == best.exchange()) {
      return one.bad() != null
          && best.bad() != null
          && one.bad().strength() >= Shape.BEFORE
          && !isAlong(one.bad().field(), best.bad().field());
    }
    return !one.asked().equals(best.asked()) && strength(one) >= strength(best);
  }

  /// Whether one place lies behind the other.
  private static boolean isAlong(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  static int strength(Candidate candidate) {
    return candidate.bad() == null ? Shape.BEFORE : candidate.bad().strength();
  }

  /// The answer that gave a key that something of the program does not know.
  Optional<Candidate> ofKeys(List<Blame.Looked> keys) {
    if (SOMETHING.contains(wanted)) {
      return Optional.empty();
    }
    for (Blame.Looked looked : keys) {
      Candidates any = new Candidates(answers, Wanted.anything, null, blame);
      any.fine.addAll(looked.known());
      Optional<Candidate> found = any.best(looked.origins()).filter(each -> each.bad() != null);
      if (found.isPresent()) {
        return found.map(Candidate::unsure);
      }
    }
    return Optional.empty();
  }

  /// The answer that should have given the value and was refused, where none that was given
  /// explains what is there: it is as it was before it was asked for.
  Optional<Candidate> refused(List<Origin> origins) {
    boolean unfilled = wanted.isNothing() || wanted == Wanted.noIterable;
    for (Origin origin : origins) {
      if (unfilled
          && origin.source() instanceof Origin.Request request
          && Answers.isExact(request)) {
        List<Exchange> fitting = answers.fitting(request.asked());
        Exchange last = fitting.isEmpty() ? null : fitting.getLast();
        if (last != null && Answers.isRefused(last)) {
          Candidate refused = new Candidate(last, null, Merits.REFUSED, false, request.asked());
          return Optional.of(located(refused, origins));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether one of the values is known to have come from an answer that was recorded.
  boolean areKnown(Set<Origin> origins) {
    return answers.gave(origins);
  }

  /// Where nothing is wanted, what is something is another thing of that name.
  boolean isWanted(Candidate candidate) {
    Shape.Bad bad = candidate.bad();
    return bad == null || !wanted.isNothing() || bad.found().matches("missing|null");
  }

  private List<Candidate> of(Origin.Request request, List<Step> path) {
    List<Exchange> fitting = answers.fitting(request.asked());
    List<Candidate> found = new ArrayList<>();
    for (Exchange exchange : fitting) {
      Candidate candidate = judge(request, path, exchange, fitting);
      if (candidate != null) {
        found.add(candidate);
      }
    }
    return found;
  }

  private @Nullable Candidate judge(
      Origin.Request request, List<Step> path, Exchange exchange, List<Exchange> fitting) {
    boolean newest = exchange == fitting.getLast();
    boolean late = newest && isLate(exchange, fitting);
    JsonNode body = answers.body(exchange).orElse(null);
    Origin.Asked asked = request.asked();
    boolean exact = Answers.isExact(request);
    Merits before = new Merits(Shape.BEFORE, exact, newest, exchange.status() >= 400);
    if (reached && (body == null || path.contains(Step.FAILED))) {
      return null;
    }
    if (path.contains(Step.FAILED)) {
      boolean refused = Answers.isRefused(exchange);
      return refused || body == null
          ? new Candidate(exchange, null, before, exact && refused, asked)
          : null;
    }
    if (body == null) {
      boolean wantsJson = wanted == Wanted.noJson || exchange.status() >= 400;
      return wantsJson && exchange.status() != 204 && !path.isEmpty() || wanted == Wanted.noJson
          ? new Candidate(exchange, null, before, exact && wanted == Wanted.noJson, asked)
          : null;
    }
    Shape.Bad best = null;
    Shape shape =
        new Shape(wanted, pick -> late || blame.isOfList(pick, request, path), fine)
            .named(value)
            .spelt(answers.spelling(body));
    for (List<Step> way : Answers.ways(request.style(), path, body)) {
      Shape.Bad bad = shape.look(body, way);
      best = best == null || (bad != null && better(bad, best)) ? bad : best;
    }
    return best == null || (reached && !isAt(best, path.getLast()))
        ? null
        : new Candidate(
            exchange,
            best,
            before.of(best.strength()),
            exact && best.strength() >= Shape.BEFORE && !isChosen(path),
            asked);
  }

  private static boolean isAt(Shape.Bad bad, Step last) {
    return switch (last) {
      case Step.Key(String name) -> bad.field().endsWith("." + name);
      case Step.Index(int at) -> bad.field().endsWith("[" + at + "]");
      default -> true;
    };
  }

  /// Whether an answer came after one that was asked for later: then it shows what nobody wants any
  /// more.
  private static boolean isLate(Exchange last, List<Exchange> fitting) {
    return fitting.stream().anyMatch(each -> each.at() > last.at());
  }

  /// Which element was looked for is not known for certain.
  private static boolean isChosen(List<Step> path) {
    return path.stream().anyMatch(each -> each instanceof Step.Pick(var by, var _) && by != null);
  }

  /// Of two ways to read the same code the one that leads deeper into the body is the code's.
  private static boolean better(Shape.Bad one, Shape.Bad other) {
    return one.strength() > other.strength()
        || (one.strength() == other.strength() && depth(one) > depth(other));
  }

  private static long depth(Shape.Bad bad) {
    return bad.field().chars().filter(each -> each == '.' || each == '[').count();
  }
}
