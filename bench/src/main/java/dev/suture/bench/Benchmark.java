package dev.suture.bench;

import java.nio.file.Path;
import java.util.List;

/// One named set of figures that are measured in the same run.
public interface Benchmark {
  String name();

  /// One line for the list.
  String about();

  /// The same on what the caller names.
  ///
  /// @throws IllegalArgumentException with what it takes
  default Benchmark with(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException(name() + " takes no arguments.");
    }
    return this;
  }

  /// @param scratch an empty folder that goes when the run ends
  List<Row> run(Path scratch, Progress progress) throws Exception;

  /// Says on standard error what is going on.
  interface Progress {
    void say(String words);
  }
}
