package dev.suture.issue.query;

import java.util.List;

/// A query as it was written, before anything is known of its names.
sealed interface Syntax {
  Span span();

  /// All of the parts; what stands side by side is joined like this.
  record And(Span span, List<Syntax> parts) implements Syntax {}

  record Or(Span span, List<Syntax> parts) implements Syntax {}

  record Not(Span span, Syntax part) implements Syntax {}

  /// `key:value`, `key:>=value`, `key:[a, b]`.
  ///
  /// @param key as written, without quotes
  /// @param quoted whether the key was in quotes, which makes it a tag's name whatever it is
  /// @param values none when nothing follows the colon
  /// @param raw the term as written, for one that turns out to be text
  record Term(Span span, Key key, Operator operator, List<Value> values, String raw)
      implements Syntax {}

  record Key(Span span, String name, boolean quoted) {}

  /// A word, or a phrase in quotes.
  record Text(Span span, Glob glob) implements Syntax {}

  /// @param text as written, its quotes and escapes undone; a star is a star
  record Value(Span span, String text, Glob glob) {}

  enum Operator {
    is(""),
    more(">"),
    atLeast(">="),
    less("<"),
    atMost("<=");

    final String sign;

    Operator(String sign) {
      this.sign = sign;
    }
  }
}
