package dev.suture.bench.watch;

import dev.suture.bench.Benchmark;
import dev.suture.bench.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The watch and its peers on the same seeded streams, and golden values of published tests.
public final class WatchBenchmark implements Benchmark {
  @Override
  public String name() {
    return "watch";
  }

  @Override
  public String about() {
    return "false alarms, delays and promotions of the watch beside its peers, simulated";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    List<Row> rows = new ArrayList<>(GoldenValues.rows());
    progress.say("delay over the information bound");
    rows.addAll(Delays.rows());
    progress.say("the watch as a whole");
    rows.addAll(Whole.rows());
    rows.addAll(Whole.falseAlarms());
    progress.say("promotion");
    rows.addAll(Promotions.rows());
    FalseAlarms alarms = new FalseAlarms(progress);
    rows.addAll(alarms.rows());
    progress.say("labelled deployments");
    rows.addAll(Labelled.rows());
    progress.say("updates a second");
    rows.addAll(Delays.speed());
    return rows;
  }
}
