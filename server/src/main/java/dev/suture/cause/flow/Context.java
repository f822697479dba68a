package dev.suture.cause.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// With which arguments a function was called, and the calls around it. Arguments have the calls
/// around them as well, so that one context is part of many: two are compared by a fingerprint of
/// all that they are made of, which each takes once.
public final class Context {
  private static final int DEEPEST = 14;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Node function;
  private final List<Argument> arguments;
  private final @Nullable Context around;
  private final long fingerprint;

  /// @param around the next outer call; null for none that is known
  Context(Node function, List<Argument> arguments, @Nullable Context around) {
    this.function = function;
    this.arguments = arguments;
    this.around = around;
    long mixed = mix(function.hashCode(), of(around));
    for (Argument each : arguments) {
      mixed = mix(mixed, each.node().hashCode());
      mixed = mix(mixed, each.path().hashCode());
      mixed = mix(mixed, of(each.context()));
    }
    this.fingerprint = mixed;
  }

  /// @param path into the value of `node`
  record Argument(Node node, List<Step> path, @Nullable Context context) {}

  Node function() {
    return function;
  }

  List<Argument> arguments() {
    return arguments;
  }

  @Nullable Context around() {
    return around;
  }

  private static long of(@Nullable Context context) {
    return context == null ? 0 : context.fingerprint;
  }

  private static long mix(long one, long other) {
    long mixed = (one ^ (one >>> 29)) * FACTOR + other;
    return mixed ^ (mixed >>> 32);
  }

  static boolean canGrow(@Nullable Context context) {
    int depth = 0;
    for (Context at = context; at != null; at = at.around) {
      depth++;
    }
    return depth < DEEPEST;
  }

  static @Nullable Context of(Node function, @Nullable Context within) {
    for (Context at = within; at != null; at = at.around) {
      if (at.function == function) {
        return at;
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Context context
        && context.fingerprint == fingerprint
        && context.function == function;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint);
  }

  @Override
  public String toString() {
    return "in " + function;
  }
}
