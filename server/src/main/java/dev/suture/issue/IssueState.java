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
}
