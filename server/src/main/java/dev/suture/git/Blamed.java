package dev.suture.git;

import dev.suture.hotfix.Hotfix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commits that `git blame --line-porcelain` names, each once.
final class Blamed {
  private Blamed() {}

  static List<Hotfix.Commit> commits(String blame) {
    Map<String, Hotfix.Commit> commits = new LinkedHashMap<>();
    String id = "";
    String author = "";
    Instant at = Instant.EPOCH;
    for (String line : blame.split("\n")) {
      if (line.matches("[0-9a-f]{40} .*")) {
        id = line.substring(0, 40);
      } else if (line.startsWith("author ")) {
        author = line.substring("author ".length());
      } else if (line.startsWith("author-time ")) {
        at = Instant.ofEpochSecond(Long.parseLong(line.substring("author-time ".length())));
      } else if (line.startsWith("summary ")) {
        commits.put(id, new Hotfix.Commit(id, line.substring("summary ".length()), author, at));
      }
    }
    return new ArrayList<>(commits.values());
  }
}
