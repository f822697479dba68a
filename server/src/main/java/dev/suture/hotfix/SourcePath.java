package dev.suture.hotfix;

import dev.suture.event.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the file of a repository that the path of a mapped frame means.
public final class SourcePath {
  private SourcePath() {}

  /// The file whose path shares most segments with the mapped one, counted from the end; empty when
  /// not even the name is there, or when two files are equally near.
  ///
  /// @param files paths in the repository
  /// @param mapped as a source map or a runtime gives it: `webpack://shop/./src/Checkout.tsx`
  public static Optional<String> find(List<String> files, String mapped) {
    List<String> wanted = segments(mapped);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    String name = wanted.getLast();
    int best = 0;
    List<String> nearest = new ArrayList<>();
    for (String file : files) {
      if (!file.endsWith(name)) {
        continue;
      }
      int shared = sharedFromTheEnd(wanted, List.of(file.split("/")));
      if (shared > best) {
        best = shared;
        nearest.clear();
      }
      if (shared == best && shared > 0) {
        nearest.add(file);
      }
    }
    return nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
  }

  /// The path that a frame means; for the JVM by package and file.
  public static String wanted(Frame frame) {
    String module = frame.module();
    return module != null && !frame.file().contains("/") && module.contains(".")
        ? module.substring(0, module.lastIndexOf('.')).replace('.', '/') + "/" + frame.file()
        : frame.file();
  }

  /// A mapped path without scheme, dots and query: `shop/src/Checkout.tsx`.
  public static String plain(String mapped) {
    return String.join("/", segments(mapped.replaceFirst("^[a-zA-Z][a-zA-Z+.-]*://", "")));
  }

  private static List<String> segments(String mapped) {
    int end = mapped.length();
    for (char cut : new char[] {'?', '#'}) {
      int at = mapped.indexOf(cut);
      end = at >= 0 && at < end ? at : end;
    }
    List<String> segments = new ArrayList<>();
    for (String segment : mapped.substring(0, end).replace('\\', '/').split("/")) {
      if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        segments.add(segment);
      }
    }
    return segments;
  }

  private static int sharedFromTheEnd(List<String> one, List<String> other) {
    int shared = 0;
    while (shared < one.size()
        && shared < other.size()
        && one.get(one.size() - 1 - shared).equals(other.get(other.size() - 1 - shared))) {
      shared++;
    }
    return shared;
  }
}
