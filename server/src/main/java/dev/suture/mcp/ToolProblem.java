package dev.suture.mcp;

import org.jspecify.annotations.Nullable;

/// Why a tool could not do what it was asked. The sentence is ours, and says what to do; what git
/// or an origin said is told apart from it.
final class ToolProblem extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final @Nullable String said;

  ToolProblem(String sentence) {
    this(sentence, null);
  }

  /// @param said words that are not ours
  ToolProblem(String sentence, @Nullable String said) {
    super(sentence, null, false, false);
    this.sentence = sentence;
    this.said = said;
  }

  @Nullable String said() {
    return said;
  }

  String sentence() {
    return sentence;
  }
}
