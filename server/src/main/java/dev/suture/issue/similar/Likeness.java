package dev.suture.issue.similar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongToDoubleFunction;

/// How alike two shapes are: 0 for nothing in common, 1 for the same.
///
/// Frames count the more the rarer they are in the project and the nearer they are to the throw; a
/// frame that stands elsewhere in the other stack counts less. Time is linear in the frames.
///
/// @param reasons why, in words of ours
public record Likeness(double score, List<String> reasons) {
  private static final double FRAMES = 0.65;
  private static final double WORDS = 0.2;
  private static final double TYPE = 0.15;
  private static final double FALL = 0.25;

  /// @param rarity of a frame or word in the project
  public static Likeness of(Shape one, Shape other, LongToDoubleFunction rarity) {
    double frames = frames(one.frames(), other.frames(), rarity);
    double words = words(one.words(), other.words(), rarity);
    boolean type = one.type() == other.type();
    boolean stacks = !one.frames().isEmpty() && !other.frames().isEmpty();
    double score =
        stacks
            ? FRAMES * frames + WORDS * words + (type ? TYPE : 0)
            : (1 - TYPE) * words * (one.frames().size() == other.frames().size() ? 1 : 0.5)
                + (type ? TYPE : 0);
    List<String> reasons = new ArrayList<>();
    if (stacks) {
      reasons.add(shared(one.frames(), other.frames()));
    }
    reasons.add(type ? "The type of the error is the same." : "The types of the errors differ.");
    long percent = Math.round(100 * words);
    if (percent >= 100) {
      reasons.add("The messages say the same.");
    } else if (percent > 0) {
      reasons.add("The messages share " + percent + " % of their words, by weight.");
    } else {
      reasons.add("The messages share no word.");
    }
    return new Likeness(score, List.copyOf(reasons));
  }

  private static String shared(List<Long> one, List<Long> other) {
    Set<Long> both = new HashSet<>(one);
    both.retainAll(new HashSet<>(other));
    String count = both.size() + " of " + Math.max(one.size(), other.size());
    boolean top = one.getFirst().equals(other.getFirst());
    return count
        + (both.size() == 1 ? " calls is shared" : " calls are shared")
        + (top ? ", the one that threw among them." : "; the one that threw is another.");
  }

  private static double frames(List<Long> one, List<Long> other, LongToDoubleFunction rarity) {
    double shared = 0;
    double all = 0;
    for (int i = 0; i < one.size(); i++) {
      double weight = weight(one.get(i), i, rarity);
      all += weight;
      int at = other.indexOf(one.get(i));
      if (at >= 0) {
        double less = Math.min(weight, weight(one.get(i), at, rarity));
        shared += 2 * less * Math.exp(-FALL * Math.abs(i - at));
      }
    }
    for (int i = 0; i < other.size(); i++) {
      all += weight(other.get(i), i, rarity);
    }
    return all == 0 ? 0 : shared / all;
  }

  private static double weight(long frame, int place, LongToDoubleFunction rarity) {
    return rarity.applyAsDouble(frame) * Math.exp(-FALL * place);
  }

  private static double words(List<Long> one, List<Long> other, LongToDoubleFunction rarity) {
    Set<Long> all = new HashSet<>(one);
    all.addAll(other);
    double both = 0;
    double sum = 0;
    for (long word : all) {
      double weight = rarity.applyAsDouble(word);
      sum += weight;
      both += one.contains(word) && other.contains(word) ? weight : 0;
    }
    return sum == 0 ? 0 : both / sum;
  }
}
