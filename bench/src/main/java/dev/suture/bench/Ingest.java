package dev.suture.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Accepted, durable, digested, found: each beside the limit that the same bodies meet in the same
/// run.
final class Ingest implements Benchmark {
  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String about() {
    return "events accepted, durable and digested in a second, beside the bare limits";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    List<Row> rows = new ArrayList<>();
    Accepting.rows(rows, scratch, progress);
    new Digesting(rows, scratch, progress).run();
    return rows;
  }
}
