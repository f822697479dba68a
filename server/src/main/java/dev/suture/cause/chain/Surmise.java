package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.Witness;
import dev.suture.cause.chain.Oddities.Oddity;
import dev.suture.cause.chain.Oddities.Outline;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The answer that most likely held a bad value whose way nobody could follow: by what stands out
/// in it, by the names that the code around the failure reads, and by when it came. It is never
/// certain.
final class Surmise {
  /// How much must speak for an answer.
  enum Doubtful {
    /// Nothing is known of where the value came from.
    unknown(6),
    /// The program itself may have given it, or another script.
    own(7),
    /// It is known to come from an answer, and none seemed bad.
    answered(8);

    private final double enough;

    Doubtful(double enough) {
      this.enough = enough;
    }
  }

  private static final double TOPIC = .8;
  private static final double TOPIC_OF_FUNCTION = .24;
  private static final double RECENT = .7;
  private static final int RECENT_ONES = 3;
  private static final double POLLED = -1.5;
  private static final int POLL = 4;
  private static final double AFTER = 1.5;
  private static final double REFUSED = 4;
  private static final double SMALL = -1;
  private static final int SMALL_BODY = 40;
  private static final double SLACK = 5;

  /// Complaints that no refused answer explains.
  private static final Set<Wanted> GIVEN = EnumSet.of(Wanted.noJson, Wanted.noFunction);

  private static final double MOST_ENDPOINTS = .6;

  /// Names around all that a server answers.
  private static final Set<String> WRAPPERS =
      Set.of("data", "result", "results", "payload", "body", "response", "content", "items");

  private static final Set<String> PREFIXES = Set.of("api", "v", "ws", "rest");

  private final Clues clues;
  private final Answers answers;
  private final double acted;
  private final Oddities oddities;
  private final Set<String> spoken = new HashSet<>();
  private final Map<Exchange, String> endpoints = new IdentityHashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();
  private final Optional<String> envelope;
  private final Map<String, List<Outline>> before = new HashMap<>();

  /// Empty where the value is known to come from elsewhere, or where too little speaks for any.
  static Optional<Candidates.Candidate> of(Trail trail, List<Exchange> answered, Late.Seen seen) {
    Clues clues = trail.clues();
    String source = trail.source();
    if (clues == null || (source != null && !source.matches("program|global"))) {
      return Optional.empty();
    }
    double acted =
        seen.actions().stream()
            .mapToDouble(Witness.Action::at)
            .filter(at -> at <= seen.failedAt() + SLACK)
            .max()
            .orElse(0);
    Answers answers = new Answers(answered, false);
    Doubtful doubtful =
        answers.gave(trail.origins().keySet())
            ? Doubtful.answered
            : source == null ? Doubtful.unknown : Doubtful.own;
    return new Surmise(clues, answers, acted).best(doubtful);
  }

  /// @param acted when the user did something last before the failure
  private Surmise(Clues clues, Answers answers, double acted) {
    this.clues = clues;
    this.answers = answers;
    this.acted = acted;
    this.oddities = new Oddities(clues);
    clues.vocabulary().function().forEach(each -> spoken.addAll(List.of(each.split(" "))));
    for (Exchange each : answers.all()) {
      String endpoint = Contract.endpoint(each);
      endpoints.put(each, endpoint);
      asked.merge(endpoint, 1, Integer::sum);
    }
    this.envelope = envelope();
  }

  private String endpoint(Exchange exchange) {
    return endpoints.getOrDefault(exchange, "");
  }

  private record Likely(Exchange exchange, Shape.@Nullable Bad bad, double weight) {}

  private Optional<Candidates.Candidate> best(Doubtful doubtful) {
    int later = (int) answers.all().stream().filter(each -> times(each) < POLL).count();
    Likely best = null;
    for (Exchange exchange : answers.all()) {
      boolean rare = times(exchange) < POLL;
      later -= rare ? 1 : 0;
      double weight = weight(exchange, rare ? later : RECENT_ONES);
      for (Likely each : of(exchange, weight)) {
        best = best == null || each.weight() > best.weight() ? each : best;
      }
    }
    return Optional.ofNullable(best)
        .filter(each -> each.weight() >= doubtful.enough)
        .map(Surmise::named);
  }

  private static Candidates.Candidate named(Likely likely) {
    boolean refused = Answers.isRefused(likely.exchange());
    return new Candidates.Candidate(
        likely.exchange(),
        likely.bad(),
        new Merits(Shape.POSSIBLE, false, false, refused),
        false,
        Origin.Asked.UNKNOWN);
  }

  /// What a refused answer lacks that was taken for what is given else: what the same endpoint gave
  /// before, what all endpoints give, or what is read.
  private Shape.@Nullable Bad lacked(Exchange exchange) {
    JsonNode body = answers.body(exchange).orElse(null);
    List<String> names = new ArrayList<>();
    before.getOrDefault(endpoint(exchange), List.of()).stream()
        .flatMap(each -> each.names().stream())
        .filter(each -> clues.vocabulary().nearness(each) != null)
        .min(Comparator.comparing(each -> clues.vocabulary().nearness(each)))
        .ifPresent(names::add);
    envelope.ifPresent(names::add);
    names.addAll(clues.vocabulary().read());
    names.addAll(clues.vocabulary().inside());
    return names.stream()
        .filter(each -> body == null || !body.has(each))
        .findFirst()
        .map(each -> new Shape.Bad("$." + each, "missing", Shape.POSSIBLE))
        .orElse(null);
  }

  /// The property that the answers of most endpoints have around all else.
  private Optional<String> envelope() {
    Map<String, Set<String>> given = new HashMap<>();
    for (Exchange each : answers.all()) {
      JsonNode body = Answers.isRefused(each) ? null : answers.body(each).orElse(null);
      if (body != null && !body.propertyNames().isEmpty()) {
        given.computeIfAbsent(endpoint(each), _ -> new HashSet<>()).addAll(body.propertyNames());
      }
    }
    Map<String, Integer> names = new HashMap<>();
    given.values().forEach(own -> own.forEach(each -> names.merge(each, 1, Integer::sum)));
    return names.entrySet().stream()
        .filter(each -> each.getValue() >= 2 && each.getValue() >= MOST_ENDPOINTS * given.size())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(WRAPPERS::contains);
  }

  private int times(Exchange exchange) {
    return asked.getOrDefault(endpoint(exchange), 0);
  }

  /// What speaks for an answer as a whole.
  ///
  /// @param later answers that came after it, those of polls not counted
  private double weight(Exchange exchange, int later) {
    Set<String> topics = new HashSet<>(Vocabulary.words(endpoint(exchange)));
    topics.addAll(Vocabulary.words(exchange.url().replaceFirst("^[a-z]+://[^/]*", "")));
    topics.removeAll(PREFIXES);
    topics.remove(exchange.method().toLowerCase(Locale.ROOT));
    long near = topics.stream().filter(clues.vocabulary().topics()::contains).count();
    long far = topics.stream().filter(spoken::contains).count();
    int times = times(exchange);
    boolean after = exchange.at() + exchange.ms() >= acted - SLACK;
    return TOPIC * Math.min(2, near)
        + TOPIC_OF_FUNCTION * Math.min(2, far)
        + RECENT * Math.max(0, RECENT_ONES - later)
        + POLLED * (times >= POLL ? 1 : times == POLL - 1 ? .5 : 0)
        + (after ? AFTER : 0);
  }

  private List<Likely> of(Exchange exchange, double weight) {
    if (Answers.isRefused(exchange)) {
      return GIVEN.contains(clues.wanted())
          ? List.of()
          : List.of(new Likely(exchange, lacked(exchange), weight + REFUSED));
    }
    JsonNode body = answers.body(exchange).orElse(null);
    if (body == null) {
      return List.of();
    }
    String text = exchange.responseBody();
    boolean small = !body.isContainer() || text == null || text.length() <= SMALL_BODY;
    Outline own = Outline.of(body);
    List<Outline> earlier = before.computeIfAbsent(endpoint(exchange), _ -> new ArrayList<>());
    List<Likely> found = new ArrayList<>();
    for (Oddity each : oddities.of(own, earlier)) {
      Shape.Bad bad = new Shape.Bad(each.field(), each.found(), Shape.POSSIBLE);
      found.add(new Likely(exchange, bad, weight + each.weight() + (small ? SMALL : 0)));
    }
    earlier.add(own);
    return found;
  }
}
