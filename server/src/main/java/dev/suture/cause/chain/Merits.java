package dev.suture.cause.chain;

import java.util.ArrayList;
import java.util.List;

/// What speaks for a place to have held the bad value.
///
/// @param strength how well what stands there fits the complaint, as `Shape` has it; 0 when that
///   was not looked at
/// @param exact whether the code reads exactly this place
/// @param newest whether nothing of its kind came later
/// @param refused whether the answer was a refusal
record Merits(int strength, boolean exact, boolean newest, boolean refused) {
  /// An answer that was refused, of which nothing more is known.
  static final Merits REFUSED = new Merits(0, false, false, true);

  private static final int EACH_STRENGTH = 10;
  private static final int EXACT = 4;
  private static final int NEWEST = 3;
  private static final int MOST = EACH_STRENGTH * Shape.EXACT + EXACT + NEWEST + 1;

  Merits of(int otherStrength) {
    return new Merits(otherStrength, exact, newest, refused);
  }

  /// What stands there weighs most: no other merit makes up for it.
  int score() {
    return strength * EACH_STRENGTH
        + (exact ? EXACT : 0)
        + (newest ? NEWEST : 0)
        + (refused ? 1 : 0);
  }

  /// From 0 to 100.
  int percent() {
    return Math.round(100f * score() / MOST);
  }

  /// In words of ours.
  List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(
        switch (strength) {
          case Shape.EXACT -> "holds exactly what the expression cannot use";
          case Shape.BEFORE -> "lacks something on the way to the value";
          case Shape.POSSIBLE -> "holds what may have become the bad value";
          default -> "what stands there is not known";
        });
    words.add(exact ? "the code reads exactly this" : "the code may read this");
    if (newest) {
      words.add("the last of its kind before the failure");
    }
    if (refused) {
      words.add("refused");
    }
    return List.copyOf(words);
  }
}
