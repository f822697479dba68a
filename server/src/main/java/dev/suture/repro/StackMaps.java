package dev.suture.repro;

import dev.suture.event.Frame;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Maps the calls of an error to the sources that the very commit was built from, so that they can
/// be held against those of another build.
public interface StackMaps {
  /// @param stack the call that threw comes first
  /// @param maps what the build left as the source map of a built file, by that file's address
  /// @return each frame mapped where a map tells, the others as they were
  List<Frame> mapped(List<Frame> stack, Function<String, Optional<byte[]>> maps);
}
