package dev.suture.app;

import dev.suture.event.DebugIdInjection;
import dev.suture.sourcemap.DebugIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Debug ids for commands and the demo.
final class BuildFiles implements DebugIdInjection {
  @Override
  public List<BuiltFile> find(Path folder) throws IOException {
    return DebugIds.find(folder);
  }

  @Override
  public List<BuiltFile> inject(Path folder) throws IOException {
    return DebugIds.inject(folder).scripts().stream()
        .map(script -> new BuiltFile(script.file(), script.map(), script.debugId()))
        .toList();
  }
}
