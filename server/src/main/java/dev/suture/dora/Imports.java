package dev.suture.dora;

import dev.suture.dora.HookReader.NotUnderstood;
import dev.suture.dora.ListReader.Row;
import dev.suture.dora.Recorder.Known;
import dev.suture.dora.Recorder.Recorded;
import dev.suture.dora.Recorder.Unfit;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings in what was deployed before. Twice the same list adds nothing the second time; a dry run
/// says what would be added and adds nothing.
public final class Imports {
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_PROBLEMS = 50;

  private final Recorder recorder;
  private final InstantSource clock;
  private final Runnable brought;
  private final Map<String, Progress> newest = new ConcurrentHashMap<>();

  /// @param brought told when an import added something
  public Imports(Recorder recorder, InstantSource clock, Runnable brought) {
    this.recorder = recorder;
    this.clock = clock;
    this.brought = brought;
  }

  /// How far an import is.
  ///
  /// @param read entries that came
  /// @param known entries that were recorded before
  /// @param skipped entries that are no finished deployment
  /// @param refused entries that cannot be recorded
  /// @param problems the first of these
  /// @param failed why it ended before its end; null when it did not
  public record Progress(
      String format,
      boolean dry,
      boolean running,
      int read,
      int added,
      int known,
      int skipped,
      int refused,
      List<Problem> problems,
      @Nullable String failed) {}

  public record Problem(int line, String why) {}

  /// Where entries come from.
  @FunctionalInterface
  public interface Source {
    void read(Consumer<Row> rows) throws IOException, NotUnderstood, Unreachable;
  }

  /// The newest import of a project since the server was started.
  public Optional<Progress> of(Project project) {
    return Optional.ofNullable(newest.get(project.slug()));
  }

  /// Begins an import and comes back at once.
  ///
  /// @return its progress; empty when another one of this project is running
  public Optional<Progress> begin(Project project, String format, boolean dry, Source source) {
    Progress first = new Progress(format, dry, true, 0, 0, 0, 0, 0, List.of(), null);
    Progress before = newest.compute(project.slug(), (_, old) -> running(old) ? old : first);
    if (before != first) {
      return Optional.empty();
    }
    Thread.ofVirtual().name("import").start(() -> go(project, first, source));
    return Optional.of(first);
  }

  private static boolean running(@Nullable Progress progress) {
    return progress != null && progress.running();
  }

  /// Does an import and comes back when it is done.
  public Progress run(Project project, String format, boolean dry, Source source) {
    return go(project, new Progress(format, dry, true, 0, 0, 0, 0, 0, List.of(), null), source);
  }

  private Progress go(Project project, Progress first, Source source) {
    Tally tally = new Tally(project, first);
    try {
      List<Row> rows = new ArrayList<>();
      source.read(
          row -> {
            if (rows.size() == MOST_ROWS) {
              throw new IllegalStateException(
                  "at most " + MOST_ROWS + " entries are taken at once");
            }
            rows.add(row);
            tally.read++;
            tally.show(true, null);
          });
      Known known = recorder.known(project);
      rows.stream()
          .sorted(Comparator.comparing(Imports::at))
          .forEach(row -> keep(project, row, known, tally));
      if (tally.added > 0 && !first.dry()) {
        brought.run();
      }
      return tally.show(false, null);
    } catch (IOException
        | NotUnderstood
        | Unreachable
        | IllegalStateException
        | IllegalArgumentException stopped) {
      return tally.show(false, String.valueOf(stopped.getMessage()));
    }
  }

  /// Oldest first, for what a deployment is depends on what was there before; incidents after the
  /// deployments that they are about.
  private static Instant at(Row row) {
    return switch (row.notice()) {
      case Notice.Deployed(Told told) when told.at() != null -> told.at();
      case Notice.Broken broken -> broken.at();
      case Notice.Mended mended -> mended.at();
      case null, default -> Instant.EPOCH;
    };
  }

  private void keep(Project project, Row row, Known known, Tally tally) {
    Notice notice = row.notice();
    boolean dry = tally.first.dry();
    switch (notice) {
      case Notice.Deployed(Told told) -> {
        try {
          Recorded recorded = recorder.record(project, told, clock.instant(), known, dry);
          tally.count(recorded.fresh());
        } catch (Unfit unfit) {
          tally.refuse(row.line(), String.valueOf(unfit.getMessage()));
        }
      }
      case Notice.Broken broken ->
          tally.count(!dry && recorder.broken(project, broken).isPresent());
      case Notice.Mended mended ->
          tally.count(!dry && recorder.mended(project, mended).isPresent());
      case Notice.Asks _, Notice.Nothing _ -> tally.skipped++;
      case null -> tally.refuse(row.line(), String.valueOf(row.problem()));
    }
    tally.show(true, null);
  }

  /// What one import has come to; used by the one thread that does it.
  private final class Tally {
    private final Project project;
    private final Progress first;
    private final List<Problem> problems = new ArrayList<>();
    private int read;
    private int added;
    private int known;
    private int skipped;
    private int refused;

    Tally(Project project, Progress first) {
      this.project = project;
      this.first = first;
    }

    void count(boolean fresh) {
      added += fresh ? 1 : 0;
      known += fresh ? 0 : 1;
    }

    void refuse(int line, String why) {
      refused++;
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(new Problem(line, why));
      }
    }

    Progress show(boolean running, @Nullable String failed) {
      Progress now =
          new Progress(
              first.format(),
              first.dry(),
              running,
              read,
              added,
              known,
              skipped,
              refused,
              List.copyOf(problems),
              failed);
      newest.put(project.slug(), now);
      return now;
    }
  }
}
