package dev.suture.cause;

import dev.suture.event.Frame;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.SourcePath;
import dev.suture.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The source around a frame at one commit. A path that an event names is compared with the paths
/// that the repository has; only one of the latter is ever read.
final class LiveSource {
  private static final int AROUND = 5;
  private static final int LINE = 240;

  private final Settled repository;
  private final Project project;
  private final String commit;
  private @Nullable List<String> files;

  LiveSource(Settled repository, Project project, String commit) {
    this.repository = repository;
    this.project = project;
    this.commit = commit;
  }

  Bundle.BundleFrame at(Frame frame) throws Repository.Unreachable {
    if (files == null) {
      files = repository.files(project, commit);
    }
    String path = SourcePath.find(files, SourcePath.wanted(frame)).orElse(null);
    if (path == null) {
      return new Bundle.BundleFrame(frame, null, null, null);
    }
    Frame.Code code =
        repository.file(project, commit, path).map(text -> around(text, frame.line())).orElse(null);
    return new Bundle.BundleFrame(frame, path, commit, code);
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
