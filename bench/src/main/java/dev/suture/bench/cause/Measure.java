package dev.suture.bench.cause;

import dev.suture.bench.Row;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A share of the cases, with what it should reach.
///
/// @param asks of which cases it is asked
/// @param met whether an answer meets it
record Measure(
    String name,
    @Nullable Double goal,
    boolean most,
    Predicate<Truth> asks,
    BiPredicate<Answer, Truth> met) {

  static final Measure EXCHANGE =
      new Measure("exchange first", 90.0, false, t -> !t.abstain(), Answer::exchangeIsRight);
  static final Measure FIELD =
      new Measure(
          "exact field", 85.0, false, t -> t.field() != null && !t.abstain(), Answer::fieldIsRight);
  static final Measure ABSTAIN =
      new Measure(
          "abstains where it is right", null, false, Truth::abstain, Answer::exchangeIsRight);

  private static final Measure ACTION =
      new Measure("action", null, false, t -> t.action() != null, Answer::actionIsRight);
  private static final Measure FILE =
      new Measure("right file first", 85.0, false, t -> true, Answer::fileIsRight);
  private static final Measure COMMIT =
      new Measure("commit", null, false, t -> true, Answer::commitIsRight);

  private static final Measure FIXED =
      new Measure(
          "already fixed on a line",
          95.0,
          false,
          t -> !t.fixedOn().isEmpty(),
          Answer::fixedIsRight);

  static final List<Measure> BESIDE_THE_CAUSE = List.of(ACTION, FILE, COMMIT, FIXED);

  static final List<Measure> ALL =
      List.of(
          EXCHANGE,
          FIELD,
          ACTION,
          FILE,
          FIXED,
          new Measure(
              "nothing said to be fixed that is not",
              null,
              false,
              t -> t.fixedOn().isEmpty(),
              Answer::fixedIsRight),
          COMMIT,
          ABSTAIN,
          new Measure("confident and wrong", 2.0, true, t -> true, Answer::isConfidentAndWrong));

  /// The server's share, beside those of the three who have one rule each.
  Row row(String of, List<Judged> cases) {
    List<Judged> asked = cases.stream().filter(each -> asks.test(each.truth())).toList();
    String beside =
        String.format(
            Locale.ROOT,
            "of %d; last failed %.0f, top frame %.0f, nearest %.0f",
            asked.size(),
            share(asked, Judged.LAST_FAILED),
            share(asked, Judged.TOP_FRAME),
            share(asked, Judged.NEAREST));
    double value = share(asked, Judged.SERVER);
    Row.Direction direction = most ? Row.Direction.lower : Row.Direction.higher;
    return new Row(of + ": " + name, value, "%", goal, direction, beside);
  }

  private double share(List<Judged> asked, String who) {
    long right = asked.stream().filter(each -> met.test(each.of(who), each.truth())).count();
    return asked.isEmpty() ? 0 : 100.0 * right / asked.size();
  }
}
