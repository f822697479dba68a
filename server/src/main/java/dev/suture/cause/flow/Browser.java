package dev.suture.cause.flow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that a browser gives.
final class Browser {
  private static final Set<String> STORAGES = Set.of("localStorage", "sessionStorage");
  private static final Set<String> BUILT_IN =
      Set.of(
          "Object",
          "Array",
          "JSON",
          "Math",
          "Promise",
          "Number",
          "String",
          "Boolean",
          "Date",
          "Intl",
          "console",
          "document",
          "window",
          "navigator",
          "Map",
          "Set",
          "Symbol",
          "Reflect",
          "URL",
          "URLSearchParams",
          "globalThis",
          "self",
          "undefined",
          "NaN",
          "Infinity",
          "history",
          "performance",
          "crypto",
          "BigInt",
          "Error",
          "parseInt",
          "parseFloat",
          "structuredClone",
          "setTimeout",
          "setInterval",
          "queueMicrotask",
          "requestAnimationFrame",
          "event");

  private Browser() {}

  static boolean isBuiltIn(String name) {
    return BUILT_IN.contains(name) || STORAGES.contains(name);
  }

  static boolean isStorage(Node node) {
    return STORAGES.contains(unscoped(node));
  }

  static boolean isAddress(Node node) {
    return unscoped(node).matches("(?:document\\.)?location");
  }

  /// Without `window.` before it.
  static String unscoped(Node node) {
    return node.text().replaceFirst("^(?:window|globalThis|self)\\??\\.", "");
  }

  /// `$('.name')`, `this.$('.name')`, `$list.find('.name')`: what jQuery looks for in the page.
  static boolean isSelected(String method, @Nullable Node first) {
    return first != null
        && first.is("string", "template_string")
        && method.matches("\\$|jQuery|find");
  }

  static boolean isLookup(String method) {
    return method.matches(
        "querySelector(?:All)?|getElementById|getElementsBy\\w+|closest|getContext|item|namedItem");
  }
}
