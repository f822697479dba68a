package dev.suture.dora;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a delivery.
///
/// @param provisional its watch is open, so that the last word is not spoken
/// @param evidence why it failed, the earliest first; also where a person then said that it did not
/// @param words all that was said of it, oldest first
/// @param recovery null when it did not fail
public record Outcome(
    Delivery delivery,
    boolean failed,
    boolean provisional,
    List<Evidence> evidence,
    List<History.Word> words,
    @Nullable Recovery recovery) {

  /// From a failed deployment to a service that is well.
  ///
  /// @param from when the deployment was done
  /// @param detected when the first evidence came
  /// @param remedy id of the deployment that healed it; null for none, or none that is known
  /// @param to when it was well; null while it is not, and then its length is at least until now
  /// @param how the end is known, in words of ours
  public record Recovery(
      Instant from,
      @Nullable Instant detected,
      @Nullable Long remedy,
      @Nullable Instant to,
      String how) {}
}
