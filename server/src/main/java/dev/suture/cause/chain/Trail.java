package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.chain.History.Stretch;
import dev.suture.cause.flow.Awaited;
import dev.suture.cause.flow.Complaint;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Context;
import dev.suture.cause.flow.Doubt;
import dev.suture.cause.flow.Failing;
import dev.suture.cause.flow.Node;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Position;
import dev.suture.cause.flow.Stack;
import dev.suture.cause.flow.Thrown;
import dev.suture.cause.flow.Tracer;
import dev.suture.cause.flow.Vocabulary;
import dev.suture.event.Frame;
import dev.suture.hotfix.SourcePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From the failing frame back to where the bad value came from.
///
/// @param origins where the value may have come from, each with what it came through
/// @param others further answers that may have held the bad value, the likeliest first
/// @param awaited what the code waited for before it failed
/// @param clues what is known without following the value; null where it comes from no answer
/// @param source the likeliest one that is no exchange, in a word of `Cause`; null when unknown
record Trail(
    Cause.Expression expression,
    Node failing,
    Map<Origin, Set<Node>> origins,
    Candidates.@Nullable Candidate candidate,
    List<Candidates.Candidate> others,
    @Nullable String source,
    Application application,
    List<Origin.Request> awaited,
    @Nullable Clues clues) {
  private static final int CODE = 160;
  private static final int FRAMES = 12;
  private static final int STRETCHES = 40;
  private static final int SHORT = 4;
  private static final double NAMED = 1.5;

  static @Nullable Trail follow(
      Application application,
      List<Frame> frames,
      Complaint complaint,
      String message,
      List<Exchange> answered) {
    List<Position> places = new ArrayList<>();
    String path = null;
    for (Frame frame : frames.stream().limit(FRAMES).toList()) {
      String file = SourcePath.find(application.paths(), SourcePath.wanted(frame)).orElse(null);
      if (file == null) {
        continue;
      }
      Node root = application.program().open(file);
      String text = application.texts().get(file);
      Position place =
          root == null || text == null
              ? null
              : Position.of(root, text, frame.line(), frame.column());
      if (place != null) {
        path = path == null ? file : path;
        places.add(place);
      }
    }
    if (complaint.kind() == Complaint.Kind.chunk) {
      return Chunks.of(application, complaint);
    }
    if (path == null || places.isEmpty()) {
      return null;
    }
    Answers answers = new Answers(answered, Spelling.isChanged(application.texts().values()));
    Thrown thrown = Thrown.find(application.program(), places, message);
    if (thrown != null) {
      Trail trail = doubted(application, thrown, complaint, answers).after(application, places);
      Failing doubted =
          new Failing(thrown.at(), thrown.doubts().stream().map(Doubt::value).toList());
      Wanted wanted =
          thrown.doubts().isEmpty() ? complaint.wanted() : thrown.doubts().getFirst().wanted();
      return (trail.candidate() != null ? trail : trail.of(Refused.of(message, answered)))
          .known(complaint, wanted, doubted, new Seen(places, message));
    }
    Failing failing = Failing.find(complaint, places.getFirst());
    if (failing == null && !isAt(frames.getFirst(), path)) {
      failing = Failing.given(places.getFirst());
    }
    if (failing == null) {
      return null;
    }
    Context context = Stack.of(application.program(), places);
    Trail trail =
        traced(application, failing, complaint, context, answers).after(application, places);
    boolean other = complaint.kind() == Complaint.Kind.other;
    return (trail.candidate() != null || !other ? trail : trail.of(Refused.of(message, answered)))
        .known(complaint, complaint.wanted(), failing, new Seen(places, message));
  }

  /// The places of a stack, and what was said.
  private record Seen(List<Position> places, String message) {}

  /// The same with what is known without following the value, where no answer is to blame yet.
  private Trail known(Complaint complaint, Wanted wanted, Failing failed, Seen seen) {
    String file = application.texts().getOrDefault(failed.at().path(), "");
    if (candidate != null || Clues.isElsewhere(complaint, failed, file)) {
      return this;
    }
    Clues known =
        Clues.of(
            wanted,
            Vocabulary.of(failed.values(), complaint.property(), seen.places()),
            seen.message(),
            application.texts().values());
    return new Trail(
        expression, failing, origins, candidate, others, source, application, awaited, known);
  }

  /// Whether a frame lies in a file of the program.
  private static boolean isAt(Frame frame, String path) {
    String wanted = SourcePath.wanted(frame);
    return SourcePath.find(List.of(path), wanted).isPresent();
  }

  private static Trail traced(
      Application application,
      Failing failing,
      Complaint complaint,
      @Nullable Context context,
      Answers answers) {
    Tracer tracer = new Tracer(application.program());
    Blame blame = new Blame(new Tracer(application.program()));
    Candidates candidates = new Candidates(answers, complaint, blame);
    SequencedMap<Origin, Set<Node>> ways = new LinkedHashMap<>();
    Node value = failing.values().isEmpty() ? failing.at() : failing.values().getFirst();
    for (Node each : failing.values()) {
      tracer.origins(each, context);
      tracer.ways().forEach(ways::putIfAbsent);
    }
    List<Origin> all = List.copyOf(ways.keySet());
    Candidates.Candidate best =
        candidates
            .best(all)
            .or(() -> candidates.ofKeys(blame.keys(all)))
            .or(() -> candidates.refused(all))
            .orElse(null);
    if (best == null) {
      SequencedMap<Origin, Set<Node>> behind = new LinkedHashMap<>(ways);
      ways.clear();
      ways.putAll(blame.sought(all));
      behind.forEach(ways::putIfAbsent);
      best = guessed(application, failing, context, candidates, ways);
    }
    Thrower thrower = new Thrower(failing.at(), value, complaint.wanted().name());
    return of(application, thrower, ways, best, candidates.ranked(List.copyOf(ways.keySet())));
  }

  /// Where nothing is known to have given the value: what may have passed through what nobody
  /// knows.
  private static Candidates.@Nullable Candidate guessed(
      Application application,
      Failing failing,
      @Nullable Context context,
      Candidates candidates,
      Map<Origin, Set<Node>> ways) {
    if (ways.keySet().stream().anyMatch(Origin::isElsewhere)
        || candidates.areKnown(ways.keySet())) {
      return null;
    }
    Tracer generous = Tracer.generous(application.program());
    Map<Origin, Set<Node>> wider = new LinkedHashMap<>();
    for (Node each : failing.values()) {
      generous.origins(each, context);
      generous.ways().forEach(wider::putIfAbsent);
    }
    if (wider.keySet().stream().anyMatch(Origin::isElsewhere)) {
      return null;
    }
    Candidates.Candidate best =
        candidates
            .best(List.copyOf(wider.keySet()))
            .filter(candidates::isWanted)
            .map(Candidates.Candidate::unsure)
            .orElse(null);
    if (best != null) {
      wider.forEach(ways::putIfAbsent);
    }
    return best;
  }

  private static Trail doubted(
      Application application, Thrown thrown, Complaint complaint, Answers answers) {
    Tracer tracer = new Tracer(application.program());
    Blame blame = new Blame(new Tracer(application.program()));
    Map<Origin, Set<Node>> all = new LinkedHashMap<>();
    List<Candidates.Candidate> others = new ArrayList<>();
    Candidates.Candidate best = null;
    Doubt first = null;
    for (Doubt doubt : thrown.doubts()) {
      List<Origin> origins = tracer.origins(doubt.value(), doubt.path(), doubt.context());
      tracer.ways().forEach(all::putIfAbsent);
      Candidates.Candidate found = Candidates.doubted(answers, blame, doubt, origins).orElse(null);
      if (found != null) {
        others.add(found);
      }
      if (found != null
          && (best == null || first == null || weight(found, doubt) > weight(best, first))) {
        best = found;
        first = doubt;
      }
    }
    Node value = first == null ? thrown.at() : first.value();
    String word = first == null ? complaint.wanted().name() : first.wanted().name();
    return of(application, new Thrower(thrown.at(), value, word), all, best, others);
  }

  /// A value that a message only names is less suspect than one that a condition lacked.
  private static double weight(Candidates.Candidate found, Doubt doubt) {
    Shape.Bad bad = found.bad();
    boolean named = doubt.named() != null && bad != null && !bad.found().matches("missing|null");
    return Candidates.strength(found) - (named ? NAMED : 0);
  }

  /// @param complaint what of the value was complained of, in a word of ours
  private record Thrower(Node at, Node value, String complaint) {}

  private static Trail of(
      Application application,
      Thrower thrower,
      Map<Origin, Set<Node>> origins,
      Candidates.@Nullable Candidate best,
      List<Candidates.Candidate> others) {
    Node at = thrower.at();
    Node value = thrower.value();
    int line = at.holds(value) ? value.line() : at.line();
    return new Trail(
        new Cause.Expression(
            at.path(),
            line,
            application.commit(),
            clipped(at.text()),
            clipped(value.text()),
            thrower.complaint()),
        at,
        origins,
        best,
        List.copyOf(others),
        best == null ? source(origins.keySet()) : null,
        application,
        List.of(),
        null);
  }

  /// The same with what was waited for.
  private Trail after(Application application, List<Position> places) {
    return new Trail(
        expression,
        failing,
        origins,
        candidate,
        others,
        source,
        application,
        Awaited.before(application.program(), places),
        clues);
  }

  /// The same with another answer to blame, where there is one.
  private Trail of(Optional<Candidates.Candidate> other) {
    return other.isEmpty()
        ? this
        : new Trail(
            expression, failing, origins, other.get(), others, null, application, awaited, clues);
  }

  /// What the value came through: that of the answer to blame, or else of all that it may have come
  /// from.
  private Set<Node> through() {
    Set<Node> way = new LinkedHashSet<>();
    origins.forEach(
        (origin, through) -> {
          if (candidate == null
              ? !(origin.source() instanceof Origin.Unknown)
              : origin.source() instanceof Origin.Request) {
            way.addAll(through);
          }
        });
    return way;
  }

  /// The failing line, without blanks around it.
  String line() {
    return application.line(expression.path(), expression.line());
  }

  /// Lines that the value came through.
  List<Stretch> lines() {
    return through().stream()
        .map(each -> each.lastLine() - each.line() < SHORT ? stretch(each) : head(each))
        .distinct()
        .limit(STRETCHES)
        .toList();
  }

  /// Functions that ask for what the value may have come from, or read it of a storage.
  List<Stretch> asking() {
    return origins.keySet().stream()
        .map(
            origin ->
                switch (origin.source()) {
                  case Origin.Request request -> request.call();
                  case Origin.Storage(String _, Node at) -> at;
                  default -> null;
                })
        .filter(each -> each != null)
        .map(Node::passage)
        .distinct()
        .limit(STRETCHES)
        .map(Trail::stretch)
        .toList();
  }

  /// Functions that the value came through.
  List<Stretch> way() {
    return through().stream()
        .map(Node::passage)
        .distinct()
        .limit(STRETCHES)
        .map(Trail::stretch)
        .toList();
  }

  /// Code that looks for elements of the page, where one of them is what is missing.
  List<String> looking() {
    if (!"element".equals(source)) {
      return List.of();
    }
    List<String> code = new ArrayList<>(List.of(failing.text()));
    for (Origin origin : origins.keySet()) {
      if (origin.source() instanceof Origin.Element(Node at)) {
        code.add(at.text());
        code.addAll(Tracer.texts(application.program(), at));
      }
    }
    return code;
  }

  /// The function that threw.
  Stretch around() {
    return stretch(failing.passage());
  }

  private static Stretch stretch(Node node) {
    return new Stretch(node.path(), node.line(), node.lastLine());
  }

  private static Stretch head(Node node) {
    return new Stretch(node.path(), node.line(), node.line());
  }

  /// On one line, with its end cut off where it is long.
  static String clipped(String code) {
    String line = code.replaceAll("\\s+", " ");
    return line.length() <= CODE ? line : line.substring(0, CODE) + " …";
  }

  private static @Nullable String source(Set<Origin> origins) {
    String constant = null;
    for (Origin origin : origins) {
      String word =
          switch (origin.source()) {
            case Origin.Storage _ -> "storage";
            case Origin.Address _ -> "address";
            case Origin.Element _ -> "element";
            case Origin.Global _ -> "global";
            case Origin.Chunk _ -> "chunk";
            case Origin.Request _, Origin.Unknown _ -> null;
            case Origin.Constant _ -> {
              constant = "program";
              yield null;
            }
          };
      if (word != null) {
        return word;
      }
    }
    return constant;
  }
}
