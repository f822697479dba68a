package dev.suture.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One figure of a benchmark; as JSON it has every field, a missing goal as null.
///
/// @param goal what it should reach; null for a limit that is only measured to compare with
/// @param direction which way is better
/// @param beside the limit or the peer of the same run that it is to be read beside
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Row(
    String name,
    double value,
    String unit,
    @Nullable Double goal,
    Direction direction,
    @Nullable String beside) {

  /// Which way is better.
  public enum Direction {
    lower,
    higher
  }

  /// How far a computed figure is from a published one.
  public static Row off(String name, double found, double published, double tolerance) {
    String beside = found + ", published " + published;
    return lower(name, Math.abs(found - published), "off", tolerance, beside);
  }

  public static Row limit(String name, double value, String unit) {
    return new Row(name, value, unit, null, Direction.higher, null);
  }

  /// A figure without a goal.
  public static Row measured(String name, double value, String unit, String beside) {
    return new Row(name, value, unit, null, Direction.higher, beside);
  }

  public static Row lower(
      String name, double value, String unit, @Nullable Double goal, String beside) {
    return new Row(name, value, unit, goal, Direction.lower, beside);
  }

  public static Row higher(String name, double value, String unit, double goal, String beside) {
    return new Row(name, value, unit, goal, Direction.higher, beside);
  }

  boolean reached() {
    if (goal == null) {
      return true;
    }
    return switch (direction) {
      case lower -> value <= goal;
      case higher -> value >= goal;
    };
  }
}
