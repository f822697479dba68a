package dev.suture.issue;

/// Where an issue is in its life.
public enum IssueState {
  fresh("new"),
  ongoing("ongoing"),
  regressed("regressed"),
  escalating("escalating"),
  archived("archived"),
  resolved("resolved");

  private final String word;

  IssueState(String word) {
    this.word = word;
  }

  /// The word on the wire and in the database.
  @com.fasterxml.jackson.annotation.JsonValue
  public String word() {
    return word;
  }

  /// @throws IllegalArgumentException when no state is called so
  @com.fasterxml.jackson.annotation.JsonCreator
  public static IssueState of(String word) {
    for (IssueState state : values()) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state of an issue: " + word);
  }
}
