package dev.suture.mcp;

/// Why a tool could not do what it was asked. The sentence is ours, and says what to do.
final class ToolProblem extends Exception {
  private static final long serialVersionUID = 1;

  private final String sentence;

  ToolProblem(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
