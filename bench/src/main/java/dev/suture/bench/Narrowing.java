package dev.suture.bench;

import dev.suture.diff.Minimiser;
import dev.suture.diff.Trial.Answer;
import dev.suture.diff.Trial.Tried;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// How many runs of an oracle the smallest diff takes, beside plain delta debugging on the same
/// changes: seeded, with parts that do not build without others.
final class Narrowing implements Benchmark {
  private static final int ROUNDS = 2_000;

  /// Which parts a change needs, and which cannot be built without which.
  private record Change(int pieces, BitSet needed, int[] uses) {
    Answer of(BitSet part) {
      boolean breaks = part.stream().anyMatch(piece -> uses[piece] >= 0 && !part.get(uses[piece]));
      if (breaks) {
        return Answer.unresolved;
      }
      BitSet missing = (BitSet) needed.clone();
      missing.andNot(part);
      return missing.isEmpty() ? Answer.fixed : Answer.broken;
    }

    boolean isMinimal(BitSet part) {
      return part.stream()
          .allMatch(
              piece -> {
                BitSet less = (BitSet) part.clone();
                less.clear(piece);
                return of(less) != Answer.fixed;
              });
    }
  }

  @Override
  public String name() {
    return "narrow";
  }

  @Override
  public String about() {
    return "runs of the reproduction that a smallest diff takes, beside ddmin";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (int pieces : List.of(4, 9, 18, 19, 20)) {
      rows.add(half(pieces));
    }
    rows.add(random());
    return rows;
  }

  /// Every other part is needed: the case that costs delta debugging most.
  private static Row half(int pieces) throws InterruptedException {
    BitSet needed = new BitSet();
    IntStream.range(0, pieces).filter(piece -> piece % 2 == 0).forEach(needed::set);
    int[] uses = IntStream.range(0, pieces).map(_ -> -1).toArray();
    Change change = new Change(pieces, needed, uses);
    return Row.lower(
        "runs, every other of %d needed".formatted(pieces),
        minimised(change).runs(),
        "runs",
        pieces + 1.0,
        "ddmin " + ddmin(change));
  }

  private static Row random() throws InterruptedException {
    Random random = new Random(11);
    int worst = 0;
    int notMinimal = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Change change = change(random);
      Minimiser.Result result = minimised(change);
      worst = Math.max(worst, result.runs() - change.pieces());
      if (!change.isMinimal(result.needed())) {
        notMinimal++;
      }
    }
    return Row.lower(
        "most runs over n, " + ROUNDS + " random changes",
        worst,
        "runs",
        1.0,
        notMinimal + " not 1-minimal");
  }

  private static Change change(Random random) {
    int pieces = 1 + random.nextInt(20);
    int[] uses =
        IntStream.range(0, pieces)
            .map(piece -> piece > 0 && random.nextInt(3) == 0 ? random.nextInt(piece) : -1)
            .toArray();
    BitSet needed = new BitSet();
    double share = random.nextDouble();
    IntStream.range(0, pieces)
        .filter(_ -> random.nextDouble() < share)
        .forEach(
            piece -> IntStream.iterate(piece, at -> at >= 0, at -> uses[at]).forEach(needed::set));
    return new Change(pieces, needed, uses);
  }

  /// The parts are told in an order that knows nothing of what needs what.
  private static Minimiser.Result minimised(Change change) throws InterruptedException {
    return Minimiser.minimise(
        change.pieces(),
        IntStream.range(0, change.pieces()).mapToObj(List::of).toList(),
        part -> {
          Answer answer = change.of(part);
          return new Tried(answer, answer != Answer.unresolved);
        });
  }

  /// Zeller and Hildebrandt's ddmin with a memory; answers that it asked for before cost nothing.
  private static int ddmin(Change change) {
    Map<BitSet, Boolean> asked = new HashMap<>();
    List<Integer> left = new ArrayList<>(IntStream.range(0, change.pieces()).boxed().toList());
    int parts = 2;
    while (left.size() >= 2) {
      List<List<Integer>> chunks = chunks(left, parts);
      List<Integer> smaller = null;
      for (List<Integer> chunk : chunks) {
        if (isFixed(change, chunk, asked)) {
          smaller = chunk;
          parts = 2;
          break;
        }
      }
      for (int i = 0; smaller == null && i < chunks.size(); i++) {
        List<Integer> rest = new ArrayList<>(left);
        rest.removeAll(chunks.get(i));
        if (isFixed(change, rest, asked)) {
          smaller = rest;
          parts = Math.max(parts - 1, 2);
        }
      }
      if (smaller != null) {
        left = smaller;
      } else if (parts >= left.size()) {
        break;
      } else {
        parts = Math.min(left.size(), 2 * parts);
      }
    }
    return asked.size();
  }

  private static boolean isFixed(Change change, List<Integer> pieces, Map<BitSet, Boolean> asked) {
    BitSet part = new BitSet();
    pieces.forEach(part::set);
    return asked.computeIfAbsent(part, each -> change.of(each) == Answer.fixed);
  }

  private static List<List<Integer>> chunks(List<Integer> all, int parts) {
    List<List<Integer>> chunks = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      chunks.add(all.subList(all.size() * i / parts, all.size() * (i + 1) / parts));
    }
    return chunks.stream().filter(chunk -> !chunk.isEmpty()).map(List::copyOf).toList();
  }
}
