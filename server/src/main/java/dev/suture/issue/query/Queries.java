package dev.suture.issue.query;

import dev.suture.event.Facets;
import dev.suture.issue.query.Condition.Count;
import dev.suture.issue.query.Condition.Moment;
import dev.suture.issue.query.Syntax.Operator;
import dev.suture.issue.query.Syntax.Term;
import dev.suture.issue.query.Syntax.Value;
import dev.suture.project.NearestName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a query and checks it: every name is one that can be asked for, every value fits.
public final class Queries {
  private static final int CLOSE = 2;
  private static final int SHORTEST_MISTAKE = 4;
  private static final int MOST_DIGITS = 15;

  /// What a query is read against.
  ///
  /// @param me who reads, as issues are assigned: `person:…`; null when nobody is signed in
  /// @param now what a span of time counts back from
  /// @param tags names under which events were counted; asked for when a name is none of ours
  public record Reader(@Nullable String me, Instant now, Supplier<Set<String>> tags) {}

  private final Reader reader;

  private Queries(Reader reader) {
    this.reader = reader;
  }

  /// A query whose names are those of the projects' tags.
  ///
  /// @return everything for a query of blanks
  public static Condition read(String query, Reader reader) throws BadQuery {
    return new Queries(reader).check(Parser.parse(query));
  }

  private Condition check(Syntax syntax) throws BadQuery {
    return switch (syntax) {
      case Syntax.And(_, List<Syntax> parts) -> Condition.all(checked(parts));
      case Syntax.Or(_, List<Syntax> parts) -> Condition.any(checked(parts));
      case Syntax.Not(_, Syntax part) -> new Condition.Not(check(part));
      case Syntax.Text(_, Glob glob) -> new Condition.Says(glob);
      case Term term -> check(term);
    };
  }

  private List<Condition> checked(List<Syntax> parts) throws BadQuery {
    List<Condition> conditions = new ArrayList<>();
    for (Syntax part : parts) {
      conditions.add(check(part));
    }
    return conditions;
  }

  private Condition check(Term term) throws BadQuery {
    String name = term.key().name();
    Key key = term.key().quoted() ? null : Key.of(name).orElse(null);
    if (key == null) {
      boolean isTag = term.key().quoted() || isKnown(name);
      return isTag ? tag(term) : stranger(term);
    }
    requireValue(term);
    return switch (key) {
      case is -> each(term, this::state);
      case assigned -> each(term, this::assigned);
      case has -> each(term, this::has);
      case issue -> new Condition.IsIssue(equal(term).stream().map(Value::text).toList());
      case project -> new Condition.InProject(equal(term).stream().map(Value::glob).toList());
      case firstSeen -> time(term, Moment.firstSeen);
      case lastSeen -> time(term, Moment.lastSeen);
      case timestamp -> time(term, Moment.event);
      case events -> count(term, Count.events);
      case users -> count(term, Count.users);
      case message -> each(term, value -> new Condition.Says(value.glob()));
    };
  }

  private boolean isKnown(String tag) {
    return Facets.NAMES.contains(tag) || reader.tags().get().contains(tag);
  }

  /// A name that nothing is known by: a slip of the hand, or words of an error message.
  private Condition stranger(Term term) throws BadQuery {
    refuseSlip(term.key().span(), term.key().name(), Key.all());
    return new Condition.Says(Glob.literal(term.raw()));
  }

  private Condition has(Value value) throws BadQuery {
    if (!isKnown(value.text())) {
      refuseSlip(value.span(), value.text(), List.of());
    }
    return new Condition.HasTag(value.text());
  }

  /// @throws BadQuery when a name that nothing is known by is close to one that is
  private void refuseSlip(Span span, String name, List<String> more) throws BadQuery {
    if (name.length() < SHORTEST_MISTAKE || !Facets.isName(name)) {
      return;
    }
    String nearest =
        NearestName.of(
            name,
            Stream.of(more, Facets.NAMES, reader.tags().get().stream().sorted().toList())
                .flatMap(List::stream)
                .toList());
    if (NearestName.distance(name, nearest) <= CLOSE) {
      throw new BadQuery(
          span,
          "No event has a tag of this name.",
          "Did you mean " + nearest + "? To search for the text, put it in quotes.");
    }
  }

  private Condition tag(Term term) throws BadQuery {
    requireValue(term);
    String name = term.key().name();
    List<Value> values = equal(term);
    List<Condition> ways = new ArrayList<>();
    List<Glob> globs = new ArrayList<>();
    for (Value value : values) {
      if (name.equals("release") && value.text().equals("latest")) {
        ways.add(new Condition.InLatestRelease());
      } else if (value.glob().isAnything()) {
        ways.add(new Condition.HasTag(name));
      } else {
        globs.add(value.glob());
      }
    }
    if (!globs.isEmpty()) {
      ways.add(new Condition.Tagged(name, globs));
    }
    return Condition.any(ways);
  }

  private static void requireValue(Term term) throws BadQuery {
    if (term.values().isEmpty()) {
      throw new BadQuery(
          term.span(),
          "There is no value behind the colon.",
          "Write one, as in " + example(term.key().name()) + ", or put the text in quotes.");
    }
  }

  private static String example(String name) {
    return switch (Key.of(name).orElse(null)) {
      case is -> "is:unresolved";
      case assigned -> "assigned:none";
      case has -> "has:release";
      case issue -> "issue:shop-1";
      case project -> "project:shop";
      case firstSeen, lastSeen, timestamp -> name + ":-24h";
      case events, users -> name + ":>100";
      case message -> "message:\"not found\"";
      case null -> "release:1.2.*";
    };
  }

  private static List<Value> equal(Term term) throws BadQuery {
    if (term.operator() != Operator.is) {
      throw new BadQuery(
          term.span(),
          "Only times and counts can be compared by size.",
          "Name the values, as in release:[1.2.0, 1.2.1], or use a star.");
    }
    return term.values();
  }

  private interface Reading {
    Condition read(Value value) throws BadQuery;
  }

  private static Condition each(Term term, Reading reading) throws BadQuery {
    List<Condition> ways = new ArrayList<>();
    for (Value value : equal(term)) {
      ways.add(reading.read(value));
    }
    return Condition.any(ways);
  }

  private Condition state(Value value) throws BadQuery {
    return State.of(value.text())
        .map(State::condition)
        .orElseThrow(
            () ->
                new BadQuery(
                    value.span(),
                    "An issue is never this.",
                    "Did you mean is:"
                        + NearestName.of(value.text(), State.words())
                        + "? There are: "
                        + String.join(", ", State.words())
                        + "."));
  }

  private Condition assigned(Value value) throws BadQuery {
    String name = value.text();
    if (name.equals("none")) {
      return new Condition.Unassigned();
    }
    if (name.equals("me")) {
      String me = reader.me();
      if (me == null) {
        throw new BadQuery(
            value.span(),
            "Nobody is signed in, so there is no me.",
            "Sign in, or write a name, as in assigned:ann@shop.example.");
      }
      return new Condition.AssignedTo(List.of(Glob.literal(me)));
    }
    if (name.startsWith("#")) {
      return new Condition.AssignedTo(List.of(named("team:", 1, value.glob())));
    }
    return new Condition.AssignedTo(
        List.of(named("person:", 0, value.glob()), named("agent:", 0, value.glob())));
  }

  private static Glob named(String kind, int skipped, Glob name) {
    List<String> pieces = new ArrayList<>(name.pieces());
    pieces.set(0, kind + pieces.getFirst().substring(skipped));
    return new Glob(pieces);
  }

  private Condition time(Term term, Moment moment) throws BadQuery {
    return Period.read(moment, term.operator(), single(term), reader.now());
  }

  private static Value single(Term term) throws BadQuery {
    if (term.values().size() > 1) {
      throw new BadQuery(
          term.span(), "This takes one value.", "Write the term twice, with OR between.");
    }
    return term.values().getFirst();
  }

  private static Condition count(Term term, Count count) throws BadQuery {
    Value value = single(term);
    String digits = value.text();
    if (digits.isEmpty()
        || digits.length() > MOST_DIGITS
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new BadQuery(
          value.span(), "This is no whole number.", "Write one, as in " + count + ":>100.");
    }
    long number = Long.parseLong(digits);
    return switch (term.operator()) {
      case is -> new Condition.Counted(count, number, number);
      case more -> new Condition.Counted(count, number + 1, Long.MAX_VALUE);
      case atLeast -> new Condition.Counted(count, number, Long.MAX_VALUE);
      case less -> new Condition.Counted(count, 0, number - 1);
      case atMost -> new Condition.Counted(count, 0, number);
    };
  }
}
