package dev.suture.ship;

import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.ship.Lookout.Seen;
import dev.suture.ship.Lookout.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Answers forges that hold a deployment until it is approved: what runs already gets more traffic
/// when the watch has shown that it may, what does not run yet begins when its gates are open. What
/// cannot be told yet waits; the forge's own limit ends it.
public final class Questions {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 8;
  private static final int MOST_TRIES = 40;

  private final ProjectStore projects;
  private final QuestionStore store;
  private final Rollouts rollouts;
  private final Answerer answerer;
  private final InstantSource clock;

  public Questions(
      ProjectStore projects,
      QuestionStore store,
      Rollouts rollouts,
      Answerer answerer,
      InstantSource clock) {
    this.projects = projects;
    this.store = store;
    this.rollouts = rollouts;
    this.answerer = answerer;
    this.clock = clock;
  }

  public void ask(Project project, Question.Asked asked) {
    store.add(Question.of(project.slug(), asked, clock.instant()));
  }

  /// Newest first.
  public List<Question> of(Project project, int limit) {
    return store.of(project.slug(), limit);
  }

  /// Looks at what waits; each look is stored before the forge is told, so that an answer is given
  /// again rather than never.
  public void look() {
    Instant now = clock.instant();
    for (Question question : store.open()) {
      if (!now.isBefore(question.state().next())) {
        look(question, now);
      }
    }
  }

  private void look(Question question, Instant now) {
    Optional<Project> project = projects.bySlug(question.project());
    if (project.isEmpty()) {
      store.put(question.with(ended(question, "Its project is gone.")));
      return;
    }
    Boolean answer = question.state().answer();
    if (answer != null) {
      deliver(project.get(), question, answer, now);
      return;
    }
    Seen seen = seen(project.get(), question);
    Question decided =
        question.with(
            new Question.State(
                switch (seen.word()) {
                  case promote -> true;
                  case halt -> false;
                  case hold -> null;
                },
                seen.says(),
                0,
                now.plus(LOOK),
                true));
    store.put(decided);
    if (seen.word() != Word.hold) {
      deliver(project.get(), decided, seen.word() == Word.promote, now);
    }
  }

  private Seen seen(Project project, Question question) {
    Rollouts.Wanted wanted =
        new Rollouts.Wanted(project, question.environment(), null, question.commit());
    return rollouts.deployment(wanted).isPresent()
        ? rollouts.mayGrow(wanted)
        : rollouts.mayBegin(wanted);
  }

  private void deliver(Project project, Question question, boolean approved, Instant now) {
    try {
      answerer.answer(project, question, approved, question.state().says());
      store.put(question.with(ended(question, question.state().says())));
    } catch (Answerer.Failed failed) {
      int tries = question.state().tries() + 1;
      boolean again = failed.again() && tries < MOST_TRIES;
      Duration wait = LOOK.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
      store.put(
          question.with(
              new Question.State(
                  approved, String.valueOf(failed.getMessage()), tries, now.plus(wait), again)));
    }
  }

  private static Question.State ended(Question question, String says) {
    Question.State was = question.state();
    return new Question.State(was.answer(), says, was.tries(), was.next(), false);
  }
}
