package dev.suture.stacktext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Thrown;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Hostile texts: nothing throws, nothing grows without bound, nothing takes more than linear time.
class StackTextFuzzTest {
  /// Not the time of day: other processes may keep this one waiting.
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private static final List<String> PLATFORMS =
      List.of("java", "python", "javascript", "node", "go", "csharp", "ruby", "php", "other");

  /// What the readers look for, to be put together in every wrong way.
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r\n",
          "\t",
          " ",
          "    ",
          "at ",
          "Caused by: ",
          "Suppressed: ",
          "... 3 more",
          "... 999999999999 more",
          "a.B.c(D.java:1)",
          "(",
          ")",
          "(Native Method)",
          "$$Lambda/0x1",
          "Traceback (most recent call last):\n",
          "File \"",
          "\", line ",
          ", in ",
          "  | ",
          "  +-+---",
          "Exception Group Traceback (most recent call last):",
          "f@http://x/a.js:1:2",
          "@",
          ":1",
          ":",
          " > eval",
          " line ",
          "eval at ",
          "async ",
          "[cause]: ",
          "goroutine 1 [running]:\n",
          "panic: ",
          " [recovered]",
          "created by ",
          "\t/a.go:1 +0x1",
          "main.f(...)",
          " ---> ",
          "--- End of inner exception stack trace ---\n",
          "(Inner Exception #1)",
          "<---",
          ") in ",
          ":line ",
          ".<",
          ">d__",
          "MoveNext",
          "from ",
          ":in `",
          ":in '",
          "'",
          " (E)",
          "Stack trace:\n",
          "#0 ",
          "{main}",
          "{closure",
          "}",
          "->",
          "::",
          "Next ",
          "): ",
          "E: x",
          "\0",
          "\ud83d",
          "\u2028",
          "é");

  @Test
  void neverThrowsAndStaysWithinItsBounds() {
    StackTextReader reader = new StackTextReader();
    Random random = new Random(20261123);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      for (String platform : PLATFORMS) {
        bounded(reader.parse(platform, text.toString()));
      }
    }
  }

  @Test
  void takesTimeInProportionToTheText() {
    StackTextReader reader = new StackTextReader();
    List<String> slow = new ArrayList<>();
    for (String platform : PLATFORMS) {
      for (String piece : PIECES) {
        time(reader, platform, piece, 10_000);
        long small = time(reader, platform, piece + "\n", 25_000);
        long large = time(reader, platform, piece + "\n", 200_000);
        // A quadratic reader takes seconds for the large text, a linear one milliseconds.
        if (large > 8 * small && large > 300_000_000) {
          slow.add(platform + " " + piece + ": " + small / 1_000_000 + " and " + large / 1_000_000);
        }
      }
    }
    assertThat(slow).isEmpty();
  }

  private static long time(StackTextReader reader, String platform, String piece, int length) {
    String text = piece.repeat(length / piece.length() + 1);
    long start = CPU.getCurrentThreadCpuTime();
    bounded(reader.parse(platform, text));
    return CPU.getCurrentThreadCpuTime() - start;
  }

  private static void bounded(List<Thrown> all) {
    assertThat(all.size()).isLessThanOrEqualTo(50);
    for (Thrown thrown : all) {
      assertThat(thrown.frames().size()).isLessThanOrEqualTo(256);
      assertThat(thrown.type().length()).isLessThanOrEqualTo(4 * 1024);
      assertThat(thrown.value().length()).isLessThanOrEqualTo(8 * 1024);
    }
  }
}
