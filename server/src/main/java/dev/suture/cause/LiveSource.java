package dev.suture.cause;

import dev.suture.event.Frame;
import dev.suture.hotfix.Repository;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The source around a frame at one commit. A path that an event names is compared with the paths
/// that the repository has; only one of the latter is ever read.
final class LiveSource {
  private static final int AROUND = 5;
  private static final int LINE = 240;

  private final Repository repository;
  private final Project project;
  private final String commit;
  private @Nullable List<String> files;

  LiveSource(Repository repository, Project project, String commit) {
    this.repository = repository;
    this.project = project;
    this.commit = commit;
  }

  Bundle.BundleFrame at(Frame frame) throws Repository.Unreachable {
    if (files == null) {
      files = repository.files(project, commit);
    }
    String path = match(wanted(frame), files).orElse(null);
    if (path == null) {
      return new Bundle.BundleFrame(frame, null, null, null);
    }
    Frame.Code code =
        repository.file(project, commit, path).map(text -> around(text, frame.line())).orElse(null);
    return new Bundle.BundleFrame(frame, path, commit, code);
  }

  /// The file whose last segments agree with the most of the wanted path's, the file's name among
  /// them; none when two agree equally.
  static Optional<String> match(List<String> wanted, List<String> files) {
    int best = 0;
    String found = null;
    boolean tied = false;
    for (String file : files) {
      int shared = shared(wanted, Arrays.asList(file.split("/")));
      if (shared > best) {
        best = shared;
        found = file;
        tied = false;
      } else if (shared == best && shared > 0) {
        tied = true;
      }
    }
    return tied ? Optional.empty() : Optional.ofNullable(found);
  }

  private static int shared(List<String> wanted, List<String> segments) {
    int count = 0;
    while (count < wanted.size()
        && count < segments.size()
        && wanted
            .get(wanted.size() - 1 - count)
            .equals(segments.get(segments.size() - 1 - count))) {
      count++;
    }
    return count;
  }

  /// The path of a frame without scheme, host, query and dots; for the JVM by package and file.
  static List<String> wanted(Frame frame) {
    String file = frame.file();
    String module = frame.module();
    if (module != null && !file.contains("/") && module.contains(".")) {
      file = module.substring(0, module.lastIndexOf('.')).replace('.', '/') + "/" + file;
    }
    String plain = file.replaceFirst("[?#].*$", "");
    boolean address = plain.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*://[^/].*");
    List<String> segments = new ArrayList<>();
    for (String segment : plain.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*:/+", "").split("/")) {
      if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        segments.add(segment);
      }
    }
    return address && segments.size() > 1 ? segments.subList(1, segments.size()) : segments;
  }

  private static Frame.@Nullable Code around(String text, int line) {
    List<String> lines = text.lines().toList();
    if (line < 1 || line > lines.size()) {
      return null;
    }
    int first = Math.max(1, line - AROUND);
    int last = Math.min(lines.size(), line + AROUND);
    return new Frame.Code(
        first,
        lines.subList(first - 1, last).stream()
            .map(each -> each.length() <= LINE ? each : each.substring(0, LINE) + " …")
            .toList());
  }
}
