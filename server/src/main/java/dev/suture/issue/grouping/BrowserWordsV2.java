package dev.suture.issue.grouping;

import org.jspecify.annotations.Nullable;

/// The errors that Chromium, Firefox, Safari and Node word each in their own way, in one wording.
final class BrowserWordsV2 {
  static final String NOT_ITERABLE = "iteration over what is not iterable";
  static final String ENDLESS_RECURSION = "recursion without end";

  /// What each engine's text begins with or holds, then what it is called here. A mark that begins
  /// with a caret must begin the text.
  private static final String[][] WORDINGS = {
    {ENDLESS_RECURSION, "^Maximum call stack size exceeded", "^too much recursion"},
    {
      "a module script failed to load",
      "^Failed to fetch dynamically imported module",
      "^error loading dynamically imported module",
      "^Importing a module script failed",
      "^Unable to preload CSS"
    },
    {
      "a request was aborted",
      "aborted a request",
      "was aborted",
      "is aborted",
      "operation was aborted"
    },
    {
      "a request failed",
      "^Failed to fetch",
      "^NetworkError when attempting to fetch resource",
      "^Load failed",
      "^fetch failed",
      "^The network connection was lost",
      "^The Internet connection appears to be offline",
      "^cancelled",
      "^NetworkError when"
    },
    {
      "text that is no JSON",
      "JSON.parse: ",
      "JSON Parse error",
      "is not valid JSON",
      "in JSON at position",
      "Unexpected end of JSON input"
    },
    {
      "a variable used before its declaration",
      "before initialization",
      "^Cannot access uninitialized variable"
    },
    {
      "assignment to what is constant",
      "^Assignment to constant variable",
      "^invalid assignment to const",
      "^Attempted to assign to readonly property",
      "^Cannot assign to read only property",
      "is read-only"
    },
    {
      "a property added to what cannot be extended",
      "object is not extensible",
      "Object is not extensible",
      "^Attempting to define property on object that is not extensible"
    },
    {
      "nothing taken for an object",
      "^Cannot convert undefined or null to object",
      "^can't convert undefined to object",
      "^can't convert null to object",
      "^undefined is not an object (evaluating 'Object.",
      "^null is not an object (evaluating 'Object."
    },
    {
      "nothing taken apart",
      "^Cannot destructure ",
      "^(destructured parameter) is ",
      "^(intermediate value) is ",
      "^Right side of assignment cannot be destructured"
    },
    {
      NOT_ITERABLE,
      "is not iterable",
      "^undefined is not a function (near '",
      "property Symbol.iterator"
    },
    {
      "the in operator on what is no object",
      "^Cannot use 'in' operator",
      "^right-hand side of 'in' should be an object",
      "is not an Object. (evaluating '"
    },
    {
      "instanceof of what is no class",
      "^Right-hand side of 'instanceof'",
      "^invalid 'instanceof' operand",
      "^Right hand side of instanceof"
    },
    {
      "a class called without new",
      "^Class constructor ",
      "^class constructors must be invoked",
      "^Cannot call a class constructor"
    },
    {
      "this before super",
      "^Must call super constructor",
      "^must call super constructor",
      "^'super()' must"
    },
    {
      "a number and a BigInt mixed",
      "^Cannot mix BigInt",
      "^can't convert BigInt to number",
      "^Invalid mix of BigInt"
    },
    {"a date that is none", "^Invalid time value", "^invalid date", "^Invalid Date"},
    {
      "an address that is none",
      "^Failed to construct 'URL'",
      "^URL constructor: ",
      "cannot be parsed as a URL",
      "^Invalid URL"
    },
    {
      "a structure with a circle made JSON",
      "^Converting circular structure to JSON",
      "^cyclic object value",
      "^JSON.stringify cannot serialize cyclic"
    },
    {
      "an array of an impossible length",
      "^Invalid array length",
      "^invalid array length",
      "^Array size is not a small enough",
      "^Array length must be"
    },
    {
      "text repeated an impossible number of times",
      "^Invalid count value",
      "^repeat count must",
      "^String.prototype.repeat argument"
    },
    {
      "digits out of range",
      "() digits argument must be",
      "() argument must be between",
      "^precision ",
      "() radix"
    },
    {"reduction of an empty array", "educe of empty array"},
    {"an address with a broken escape", "^URI malformed", "^malformed URI", "^URI error"},
    {
      "a symbol taken for text",
      "^Cannot convert a Symbol",
      "^can't convert symbol",
      "^Cannot convert a symbol"
    },
    {
      "an object taken for a plain value",
      "^Cannot convert object to primitive",
      "to primitive type",
      "^No default value"
    },
    {
      "a node that is not where it is looked for",
      "is not a child of this node",
      "^The object can not be found here"
    },
    {
      "a selector that is none",
      "is not a valid selector",
      "^The string did not match the expected pattern"
    },
    {"a full storage", "exceeded the quota", "quota has been exceeded", "^Quota exceeded"},
    {
      "a method called on the wrong object",
      "^Illegal invocation",
      "called on an object that does not implement",
      "^Can only call "
    },
    {"a resize that does not settle", "^ResizeObserver loop"},
    {
      "a page served for a script",
      "^Unexpected token '<'",
      "^expected expression, got '<'",
      "^Unexpected token <"
    },
    {"no promise kept", "^All promises were rejected", "^No Promise in Promise.any"},
  };

  private BrowserWordsV2() {}

  /// What an engine's message says in one wording; null when it is none of an engine's.
  static @Nullable String of(String message) {
    String text = message.length() > 500 ? message.substring(0, 500) : message;
    for (String[] wording : WORDINGS) {
      for (int i = 1; i < wording.length; i++) {
        String mark = wording[i];
        boolean begins = mark.startsWith("^");
        if (begins ? text.startsWith(mark.substring(1)) : text.contains(mark)) {
          return wording[0];
        }
      }
    }
    return null;
  }
}
