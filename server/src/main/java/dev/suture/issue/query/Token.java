package dev.suture.issue.query;

/// What a query is made of.
sealed interface Token {
  Span span();

  record Open(Span span) implements Token {}

  record Close(Span span) implements Token {}

  record Or(Span span) implements Token {}

  record And(Span span) implements Token {}

  /// @param term a term or a text, already negated where an exclamation mark stood before it
  record Leaf(Span span, Syntax term) implements Token {}

  /// An exclamation mark before a parenthesis.
  record Not(Span span) implements Token {}
}
