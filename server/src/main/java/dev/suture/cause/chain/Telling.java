package dev.suture.cause.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sentences of a cause. They are made of counts, times, ids and words of ours; captured text
/// and code stand beside them.
final class Telling {
  private Telling() {}

  static String summary(
      boolean confident, Cause.@Nullable Answered exchange, @Nullable Trail trail) {
    if (trail == null) {
      return "The failing expression could not be read, so no cause is named.";
    }
    if (exchange == null) {
      String source = trail.source();
      return "No answer that was recorded before the failure held the bad value"
          + (source == null ? "." : "; by the code it came from " + named(source) + ".");
    }
    return "Exchange "
        + exchange.id()
        + (confident ? " held" : " probably held")
        + " the bad value, "
        + exchange.before()
        + " ms before the failure.";
  }

  /// Of an answer that came late.
  static String summary(Cause.Answered exchange) {
    return "The code went on when exchange "
        + exchange.id()
        + " was answered, "
        + exchange.before()
        + " ms before the failure; the user had gone on by then, and what it goes on with was there"
        + " no more.";
  }

  static Cause.Fact late(Late late) {
    return new Cause.Fact(
        "late",
        "The code waited "
            + late.took()
            + " ms for this answer, and action "
            + late.action()
            + " came meanwhile.",
        null);
  }

  private static String named(String source) {
    return switch (source) {
      case "storage" -> "the browser's storage";
      case "address" -> "the page's address";
      case "element" -> "an element of the page";
      case "global" -> "a name that the application does not declare";
      case "chunk" -> "a file that is loaded when it is needed";
      default -> "the program itself";
    };
  }

  static void facts(
      Candidates.@Nullable Candidate candidate,
      Cause.@Nullable Answered exchange,
      @Nullable Trail trail,
      Cause.@Nullable Trigger action,
      List<Cause.Fact> facts) {
    if (trail != null) {
      facts.add(
          new Cause.Fact(
              "expression",
              "This expression threw; the value in question is " + complaint(trail) + ".",
              trail.expression().code()));
    }
    if (candidate != null && exchange != null) {
      facts.add(
          new Cause.Fact(
              "exchange",
              (candidate.isFollowed()
                      ? "The code asks for it, and it was answered with status "
                      : "The value could not be followed to one request. Of all answers before the"
                          + " failure this one fits it best; its status is ")
                  + exchange.status()
                  + ", "
                  + exchange.before()
                  + " ms before the failure.",
              exchange.method() + " " + exchange.url()));
      if (exchange.field() != null) {
        facts.add(
            new Cause.Fact(
                "field",
                (candidate.isFollowed()
                        ? "On the way that the code takes through the body, this is the first value"
                            + " that is not as the code needs it: "
                        : "This value is the likeliest in it: ")
                    + exchange.found()
                    + ".",
                exchange.field()));
      }
    }
    if (action != null) {
      facts.add(
          new Cause.Fact(
              "action",
              "Action "
                  + action.index()
                  + " came last before that, "
                  + action.before()
                  + " ms before the failure.",
              action.kind()));
      if (candidate != null && Triggers.isHandled(candidate.exchange())) {
        facts.add(
            new Cause.Fact(
                "action",
                "The request was made while a handler of an event ran, by its initiator's stack.",
                null));
      }
    }
  }

  private static String complaint(Trail trail) {
    return switch (trail.expression().complaint()) {
      case "undefined" -> "undefined";
      case "nothing" -> "null";
      case "missing" -> "null or undefined";
      case "emptyList" -> "a list without elements";
      case "noList" -> "no list";
      case "noText" -> "no text";
      case "noNumber" -> "no number";
      case "noIterable" -> "nothing that can be iterated";
      case "noDate" -> "no date";
      case "noJson" -> "no JSON";
      case "noFunction" -> "no function";
      default -> "not what the expression needs";
    };
  }
}
