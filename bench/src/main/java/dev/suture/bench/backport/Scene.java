package dev.suture.bench.backport;

import dev.suture.backport.presence.Verdict;
import dev.suture.bench.backport.Sources.Edit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What may happen to a fix on a line, and what is true of the line then.
enum Scene {
  absent(Scene::isMissing),
  picked(Scene::isPresent),
  pickedAmongOtherLines(Scene::isPresent),
  conflictSolved(Scene::isPresent),
  fileRenamed(Scene::isPresent),
  codeMoved(Scene::isPresent),
  squashed(Scene::isPresent),
  partOfALargerCommit(Scene::isPresent),
  inTwoCommits(Scene::isPresent),
  pickOfAPick(Scene::isPresent),
  merged(Scene::isPresent),
  halfPicked(verdict -> verdict instanceof Verdict.Partial),
  reverted(Scene::isReverted),
  mergedAndReverted(Scene::isReverted),
  revertedByHand(Scene::isReverted),
  reapplied(Scene::isPresent),
  overwritten(verdict -> verdict instanceof Verdict.Superseded),
  droppedByAMerge(verdict -> isReverted(verdict) || isMissing(verdict)),
  siblingOnly(Scene::isMissing),
  namedByAnotherChange(Scene::isMissing);

  final Predicate<Verdict> truth;

  Scene(Predicate<Verdict> truth) {
    this.truth = truth;
  }

  private static boolean isPresent(Verdict verdict) {
    return verdict instanceof Verdict.Present;
  }

  private static boolean isMissing(Verdict verdict) {
    return verdict instanceof Verdict.Missing;
  }

  private static boolean isReverted(Verdict verdict) {
    return verdict instanceof Verdict.Reverted;
  }

  void play(Story story) throws IOException {
    story.noises(2);
    List<Edit> edits = story.edits;
    switch (this) {
      case fileRenamed, codeMoved, pickedAmongOtherLines, conflictSolved -> {
        story.fixOnMain(false);
        onChangedGround(story);
      }
      case inTwoCommits, halfPicked -> {
        story.fixOnMain(story.sources.below(2) == 0);
        for (Edit edit : this == halfPicked ? edits.subList(0, 1) : edits) {
          story.apply(List.of(edit));
          story.onLine("Part of the fix" + story.trailer());
          story.noises(1);
        }
      }
      case merged, mergedAndReverted, droppedByAMerge -> {
        story.fixOnMain(false);
        merge(story);
      }
      default -> {
        story.fixOnMain(story.sources.below(4) == 0);
        picks(story);
      }
    }
    story.noises(2);
  }

  private void onChangedGround(Story story) throws IOException {
    Edit first = story.edits.getFirst();
    Edit second = story.edits.getLast();
    switch (this) {
      case fileRenamed -> {
        first = first.at(story.rename(first.path()));
        story.onLine("Move a file");
      }
      case codeMoved -> {
        List<String> lines = new ArrayList<>(story.line.get(first.path()));
        int end = lines.indexOf("}") + 1;
        String to = "src/" + story.sources.word() + ".ts";
        story.line.put(to, new ArrayList<>(lines.subList(0, end)));
        story.line.put(first.path(), new ArrayList<>(lines.subList(end, lines.size())));
        first = first.at(to);
        story.onLine("Move a function");
      }
      case pickedAmongOtherLines -> {
        List<String> lines = new ArrayList<>(story.line.get(first.path()));
        int at = Collections.indexOfSubList(lines, first.old());
        lines.addAll(at, story.sources.code(3));
        lines.addAll(at + 3 + first.old().size(), story.sources.code(2));
        story.line.put(first.path(), lines);
        story.onLine("Work around the place");
      }
      default -> {
        List<String> older = new ArrayList<>(first.old());
        older.set(0, older.getFirst() + " // " + story.sources.word());
        new Edit(first.path(), first.old(), older).apply(story.line);
        story.onLine("Work on the very place");
        List<String> fresh = new ArrayList<>(first.fresh());
        fresh.set(0, fresh.getFirst() + " // " + story.sources.word());
        first = new Edit(first.path(), older, fresh);
      }
    }
    story.apply(List.of(first, second));
    story.onLine("Fix" + story.trailer());
  }

  private void merge(Story story) throws IOException {
    String merged = story.lineTip;
    if (this != droppedByAMerge) {
      story.apply(story.edits);
    }
    story.lineTip =
        story.git.commit(
            story.name + "/line", List.of(merged, story.fix), story.line, "Merge main");
    if (this == mergedAndReverted) {
      story.noises(1);
      back(story);
      story.onLine("Revert \"Fix\"\n\nThis reverts commit " + story.fix + ".");
    }
  }

  private void picks(Story story) throws IOException {
    List<Edit> edits = story.edits;
    switch (this) {
      case absent -> story.noises(2);
      case siblingOnly -> {
        Edit real = edits.getFirst();
        List<String> other = new ArrayList<>(story.sources.code(real.fresh().size()));
        story.apply(List.of(new Edit(real.path(), real.old(), other)));
        story.onLine("Fix something else there");
      }
      case namedByAnotherChange -> {
        story.noise(story.line);
        story.onLine("Fix\n\n(cherry picked from commit " + story.fix + ")");
      }
      case squashed, partOfALargerCommit -> {
        story.apply(edits);
        for (int i = 0; i < (this == squashed ? 1 : 6); i++) {
          story.noise(story.line);
        }
        story.onLine("Several things" + story.trailer());
      }
      case pickOfAPick -> {
        Map<String, List<String>> other = Sources.copy(story.line);
        edits.forEach(edit -> edit.apply(other));
        String pick =
            story.git.commit(
                story.name + "/other",
                List.of(story.lineTip),
                other,
                "Fix\n\n(cherry picked from commit " + story.fix + ")");
        story.apply(edits);
        story.onLine("Fix\n\n(cherry picked from commit " + pick + ")");
      }
      default -> {
        story.apply(edits);
        after(story, story.onLine("Fix" + story.trailer()));
      }
    }
  }

  private void after(Story story, String pick) throws IOException {
    switch (this) {
      case reverted, reapplied -> {
        story.noises(1);
        back(story);
        String revert = story.onLine("Revert \"Fix\"\n\nThis reverts commit " + pick + ".");
        if (this == reapplied) {
          story.apply(story.edits);
          story.onLine("Revert \"Revert\"\n\nThis reverts commit " + revert + ".");
        }
      }
      case revertedByHand -> {
        back(story);
        story.noise(story.line);
        story.onLine("Tidy up");
      }
      case overwritten -> {
        for (Edit edit : story.edits) {
          Edit over = new Edit(edit.path(), edit.fresh(), story.sources.code(edit.fresh().size()));
          story.apply(List.of(over));
        }
        story.onLine("Do it another way");
      }
      default -> story.noises(1);
    }
  }

  private static void back(Story story) {
    story.apply(story.edits.stream().map(Edit::inverse).toList());
  }
}
