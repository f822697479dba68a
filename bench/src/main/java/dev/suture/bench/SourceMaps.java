package dev.suture.bench;

import dev.suture.sourcemap.SourceMap;
import dev.suture.sourcemap.SourceMapDecoder;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A large source map: compiled, looked up in its file, and how much heap both take.
final class SourceMaps implements Benchmark {
  private static final double MIB = 1024 * 1024;
  private static final int SEGMENTS = 600_000;
  private static final int ROUNDS = 40;
  private static final int WARM = 20;
  private static final int LOOKUPS = 200_000;

  @Override
  public String name() {
    return "sourcemaps";
  }

  @Override
  public String about() {
    return "a source map of 13 MB compiled and looked up, and the heap that one of 20 MB takes";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    List<Row> rows = new ArrayList<>();
    byte[] map = GeneratedMap.json(SEGMENTS, 8_300_000, 1);
    rows.add(Row.limit("size of the map", map.length / 1e6, "MB"));
    progress.say("compiling a map of " + SEGMENTS + " segments " + ROUNDS + " times");
    double[] millis = new double[ROUNDS];
    byte[] compact = {};
    for (int round = 0; round < ROUNDS; round++) {
      long started = System.nanoTime();
      compact = new SourceMapDecoder().compile(map).compact();
      millis[round] = (System.nanoTime() - started) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(millis, WARM, ROUNDS);
    Arrays.sort(warm);
    rows.add(Row.lower("compiled, first time", millis[0], "ms", null, "JVM just started"));
    rows.add(Row.lower("compiled, warm, median", warm[warm.length / 2], "ms", 120.0, "goal"));
    rows.add(Row.limit("compact form", compact.length / 1e6, "MB"));
    Path file = Files.write(scratch.resolve("map.compact"), compact);
    progress.say("looking up " + LOOKUPS + " positions in the file");
    rows.add(Row.lower("one look-up in the file", lookups(file), "us", 10.0, "microseconds"));
    heap(rows, progress);
    return rows;
  }

  private static double lookups(Path file) throws Exception {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      Random random = new Random(round);
      SourceMap map = open(file);
      long found = 0;
      long started = System.nanoTime();
      for (int i = 0; i < LOOKUPS; i++) {
        found += map.at(random.nextInt(800), random.nextInt(3_700)).isPresent() ? 1 : 0;
      }
      best = Math.min(best, (System.nanoTime() - started) / 1e3 / LOOKUPS);
      if (found < LOOKUPS / 2) {
        throw new IllegalStateException("only " + found + " positions were found");
      }
    }
    return best;
  }

  private static SourceMap open(Path file) throws Exception {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer form = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return SourceMap.open(form).orElseThrow();
    }
  }

  private static void heap(List<Row> rows, Progress progress) throws Exception {
    progress.say("the heap that a map of 20 MB takes");
    byte[] large = GeneratedMap.json(900_000, 13_000_000, 2);
    rows.add(Row.limit("size of the large map", large.length / 1e6, "MB"));
    System.gc();
    resetPeak();
    long before = used();
    byte[] compact = new SourceMapDecoder().compile(large).compact();
    rows.add(
        Row.lower(
            "heap at its peak while compiling", (peak() - before) / MIB, "MiB", null, "the map"));
    Path file = Files.createTempFile("suture-map", ".compact");
    try {
      Files.write(file, compact);
      compact = new byte[0];
      System.gc();
      long idle = used();
      SourceMap map = open(file);
      if (map.at(10, 100).isEmpty()) {
        throw new IllegalStateException("a position was not found");
      }
      System.gc();
      rows.add(
          Row.lower(
              "heap that the open map holds",
              Math.max(0, used() - idle) / MIB,
              "MiB",
              20.0,
              "int arrays took " + Math.round(900_000 * 20 / MIB)));
      if (map.segments() != 900_000 || compact.length > 0) {
        throw new IllegalStateException("the map is not whole");
      }
    } finally {
      Files.delete(file);
    }
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void resetPeak() {
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static long used() {
    return heapPools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
  }
}
