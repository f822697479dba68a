package dev.suture.issue.grouping;

import dev.suture.event.Frame;
import org.jspecify.annotations.Nullable;

/// What version 2 kept of the frames that it saw lately, by all that it looks at of a frame: of one
/// fault they come again and again, with texts that are the same objects or know their hash.
final class RecentFramesV2 {
  private static final int LONGEST = 1_000;
  private static final Recent<Looked, FrameV2> RECENT = new Recent<>(1 << 12);

  private RecentFramesV2() {}

  /// @param line the text of the source line; null where it is unknown
  private record Looked(
      FamilyV2 family,
      String file,
      String function,
      @Nullable String module,
      @Nullable String line,
      boolean mapped,
      boolean placed,
      boolean far) {

    int length() {
      return file.length()
          + function.length()
          + (module == null ? 0 : module.length())
          + (line == null ? 0 : line.length());
    }
  }

  static FrameV2 of(Frame frame, FamilyV2 family) {
    Looked looked =
        new Looked(
            family,
            frame.file(),
            frame.function(),
            frame.module(),
            FrameV2.line(frame),
            frame.built() != null,
            frame.line() > 0,
            FrameV2.isFar(frame));
    return looked.length() > LONGEST
        ? FrameV2.of(frame, family)
        : RECENT.of(looked, _ -> FrameV2.of(frame, family));
  }
}
