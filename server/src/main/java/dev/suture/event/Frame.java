package dev.suture.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of a stack, as its reader should see it: mapped to source where a map was found.
///
/// @param function empty when unknown
/// @param file path or URL as mapped (`src/Checkout.tsx`), else as sent
/// @param line 1-based; 0 when unknown
/// @param column 1-based; 0 when unknown
/// @param inApp whether the frame is the application's own code
/// @param module package or module name where the platform has one
/// @param code the source around the line, when the sender or the map has it
/// @param built where the frame lies in the built file, when it was mapped
/// @param unmapped why no map was applied although the platform needs one; null otherwise
public record Frame(
    String function,
    String file,
    int line,
    int column,
    boolean inApp,
    @Nullable String module,
    @Nullable Code code,
    @Nullable Built built,
    @Nullable String unmapped) {

  /// Source lines around a frame.
  ///
  /// @param first number of the first line in `lines`, 1-based
  public record Code(int first, List<String> lines) {}

  /// The position in the built (minified) file, as the browser reported it.
  public record Built(String file, String function, int line, int column) {}

  public Frame withCode(Code around) {
    return new Frame(function, file, line, column, inApp, module, around, built, unmapped);
  }

  public Frame withUnmapped(String reason) {
    return new Frame(function, file, line, column, inApp, module, code, built, reason);
  }
}
