package dev.suture.event;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives built files and their source maps the ids by which they find each other.
public interface DebugIdInjection {
  /// The JavaScript files below a folder that have a source map beside them. Links are not
  /// followed.
  ///
  /// @throws IOException with what is wrong with which file
  List<BuiltFile> find(Path folder) throws IOException;

  /// The same, after each pair without a debug id was given one. The id follows from what the pair
  /// holds, so that the same build gets the same ids; doing it again changes nothing.
  List<BuiltFile> inject(Path folder) throws IOException;

  /// @param debugId that file and map agree on, lower-case UUID; null when they have none
  record BuiltFile(Path file, Path map, @Nullable String debugId) {}
}
