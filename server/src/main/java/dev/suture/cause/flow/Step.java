package dev.suture.cause.flow;

import org.jspecify.annotations.Nullable;

/// One step into a value.
public sealed interface Step {
  /// A property.
  record Key(String name) implements Step {}

  /// An element by its place, from 0.
  record Index(int at) implements Step {}

  /// One element after the other, or one property's value after the other.
  record Each() implements Step {}

  /// An element that was looked for and may not be there.
  ///
  /// @param by what chose it: a function or a key; null when its place did, after a change of order
  /// @param context the calls around that
  record Pick(@Nullable Node by, @Nullable Context context) implements Step {
    public static final Pick ANY = new Pick(null, null);
  }

  /// From an answer to what its body says.
  record Body() implements Step {}

  /// Something made of the value: a part of its text, a date.
  record Made() implements Step {}

  /// A part of a text: `text.split(by)[at]`.
  record Cut(String by, int at) implements Step {}

  /// What a text gives where it matches a pattern, and nothing where it does not.
  record Matched(String pattern) implements Step {}

  /// Nothing of it: what stands in for an answer that was refused or could not be read.
  record Failed() implements Step {}

  Step FAILED = new Failed();
  Step EACH = new Each();
  Step BODY = new Body();
  Step MADE = new Made();
}
