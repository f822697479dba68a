package dev.suture.cause.flow;

import org.jspecify.annotations.Nullable;

/// Functions inside what wraps them.
final class Functions {
  private static final String WRAPPERS =
      "useCallback|useMemo|memo|forwardRef|debounce|throttle|useEvent|useEffectEvent|once|action"
          + "|markRaw|shallowRef|bind|asyncHandler|lazy|observer|computed|defineComponent";

  private Functions() {}

  /// `useCallback(f, [])` is `f`.
  static @Nullable Node inside(@Nullable Node value) {
    Node at = value;
    while (at != null
        && at.is(
            "parenthesized_expression",
            "as_expression",
            "satisfies_expression",
            "instantiation_expression")) {
      at = at.first();
    }
    if (at != null && at.is("call_expression") && wraps(at)) {
      Node arguments = at.child("arguments");
      return arguments == null ? null : inside(arguments.first());
    }
    return at;
  }

  static boolean wraps(Node call) {
    Node function = call.child("function");
    if (function == null) {
      return false;
    }
    Node property = function.child("property");
    return (property == null ? function : property).text().matches(WRAPPERS);
  }

  static Node unwrapped(Node function) {
    Node at = function;
    for (Node up = at.parent(); up != null; up = up.parent()) {
      if (up.is("parenthesized_expression", "as_expression", "satisfies_expression")) {
        at = up;
      } else if (up.is("arguments")
          && up.first() == at
          && up.parent() != null
          && wraps(up.parent())) {
        at = up.parent();
        up = at;
      } else {
        break;
      }
    }
    return at;
  }
}
