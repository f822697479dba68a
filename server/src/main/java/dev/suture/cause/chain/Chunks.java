package dev.suture.cause.chain;

import dev.suture.cause.flow.Complaint;
import dev.suture.cause.flow.Node;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of the program that could not be loaded: what asks for it is the code that has to bear
/// its absence.
final class Chunks {
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_]+)[^/]*$");

  private Chunks() {}

  static @Nullable Trail of(Application application, Complaint complaint) {
    String address = complaint.subject();
    Matcher name = NAME.matcher(address == null ? "" : address);
    if (!name.find()) {
      return null;
    }
    for (String path : application.paths()) {
      String text = application.texts().get(path);
      if (text == null || !text.contains("import(")) {
        continue;
      }
      Node load = application.program().loading(path, name.group(1));
      if (load != null) {
        String code = load.text().replaceAll("\\s+", " ");
        return new Trail(
            new Cause.Expression(
                path, load.line(), application.commit(), code, code, complaint.wanted().name()),
            load,
            Map.of(),
            null,
            List.of(),
            "chunk",
            application,
            List.of(),
            null);
      }
    }
    return null;
  }
}
