package dev.suture.issue.query;

import dev.suture.issue.IssueState;
import dev.suture.issue.query.Condition.InState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can stand behind `is:`.
public enum State {
  unresolved(
      "neither resolved nor archived",
      InState.of(
          IssueState.fresh, IssueState.ongoing, IssueState.regressed, IssueState.escalating)),
  resolved("resolved", InState.of(IssueState.resolved)),
  archived("archived", InState.of(IssueState.archived)),
  fresh("new", "first seen within the last day", InState.of(IssueState.fresh)),
  ongoing("known for longer", InState.of(IssueState.ongoing)),
  regressed("seen again after it was resolved", InState.of(IssueState.regressed)),
  escalating("seen much more often than before", InState.of(IssueState.escalating)),
  assigned("assigned to somebody", new Condition.Not(new Condition.Unassigned())),
  unassigned("assigned to nobody", new Condition.Unassigned()),
  forReview(
      "for_review",
      "new, regressed or escalating, and assigned to nobody",
      Condition.all(
          List.of(
              InState.of(IssueState.fresh, IssueState.regressed, IssueState.escalating),
              new Condition.Unassigned())));

  private final String word;
  private final String meaning;
  private final Condition condition;

  State(String meaning, Condition condition) {
    this.word = name();
    this.meaning = meaning;
    this.condition = condition;
  }

  State(String word, String meaning, Condition condition) {
    this.word = word;
    this.meaning = meaning;
    this.condition = condition;
  }

  public String word() {
    return word;
  }

  public String meaning() {
    return meaning;
  }

  Condition condition() {
    return condition;
  }

  static Optional<State> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word.equalsIgnoreCase(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(State::word).toList();
  }
}
