package dev.suture.ingest;

/// The one named end of everything that arrives.
public sealed interface Outcome {
  /// Kept.
  record Stored() implements Outcome {}

  /// Not wanted: by a rule, or because nothing reads it yet.
  record Filtered(String reason) implements Outcome {}

  /// Over a limit.
  record Limited(String reason) implements Outcome {}

  /// Not to be read.
  record Invalid(String reason) implements Outcome {}

  /// Never sent: the client itself says that it dropped it.
  record Client(String reason) implements Outcome {}

  /// The word on the wire and in the database.
  default String word() {
    return switch (this) {
      case Stored _ -> "stored";
      case Filtered _ -> "filtered";
      case Limited _ -> "limited";
      case Invalid _ -> "invalid";
      case Client _ -> "client";
    };
  }

  /// A short constant, never captured text; empty when stored.
  default String why() {
    return switch (this) {
      case Stored _ -> "";
      case Filtered(String reason) -> reason;
      case Limited(String reason) -> reason;
      case Invalid(String reason) -> reason;
      case Client(String reason) -> reason;
    };
  }
}
