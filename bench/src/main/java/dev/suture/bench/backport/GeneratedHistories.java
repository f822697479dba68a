package dev.suture.bench.backport;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Line;
import dev.suture.backport.presence.Presence;
import dev.suture.backport.presence.Verdict;
import dev.suture.bench.Row;
import dev.suture.git.NativeClone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Histories of which it is known what happened, and the verdicts on them.
///
/// @param told verdicts, in the order of the histories
record GeneratedHistories(List<Told> told) {

  record Told(Scene scene, Story story, Verdict verdict) {
    boolean isRight() {
      return scene.truth.test(verdict);
    }

    boolean isWrongAndSure() {
      return !isRight() && verdict.isSure();
    }
  }

  static GeneratedHistories tell(Path folder, int count, long seed) throws IOException, Unreadable {
    Random random = new Random(seed);
    List<Scene> scenes = new ArrayList<>();
    List<Story> stories = new ArrayList<>();
    Path repository = folder.resolve("generated.git");
    try (FastImport git = new FastImport(repository)) {
      for (int i = 0; i < count; i++) {
        Scene scene = Scene.values()[i % Scene.values().length];
        Story story = new Story(git, new Sources(random), "h" + i);
        scene.play(story);
        scenes.add(scene);
        stories.add(story);
      }
    }
    Presence presence = new Presence(new NativeClone(repository, folder.resolve("home")));
    List<Line> tips = new ArrayList<>();
    for (Story story : stories) {
      tips.add(story.asLine());
      tips.add(new Line("main", story.mainTip));
    }
    presence.read(tips);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Story story = stories.get(i);
      told.add(new Told(scenes.get(i), story, presence.of(story.sought(), story.asLine())));
    }
    return new GeneratedHistories(told);
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.lower(
            "generated: wrong and sure",
            told.stream().filter(Told::isWrongAndSure).count(),
            "histories",
            0.,
            "of " + told.size()));
    Map<Scene, int[]> scenes = new EnumMap<>(Scene.class);
    for (Told one : told) {
      int[] counts = scenes.computeIfAbsent(one.scene(), _ -> new int[2]);
      counts[0] += one.isRight() ? 1 : 0;
      counts[1]++;
    }
    scenes.forEach(
        (scene, counts) ->
            rows.add(
                Row.measured(
                    "generated: " + scene + ", right",
                    100. * counts[0] / counts[1],
                    "%",
                    "of " + counts[1])));
    return rows;
  }
}
