package dev.suture.git;

import dev.suture.hotfix.Repository.Landing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which merge request brought a commit, by what forges write into a merge or at the end of the
/// subject of what they squashed.
final class MergedRequests {
  /// Like [Landings#FORMAT], with the rest of the message behind the subject.
  static final String FORMAT = Landings.FORMAT + "%n%b";

  private static final Pattern SQUASHED = Pattern.compile("\\(([#!][0-9]{1,9})\\)\\s*$");

  /// GitHub and Gitea, Bitbucket, GitLab.
  private static final List<Pattern> MERGED =
      List.of(
          Pattern.compile("^Merge pull request '?.{0,200}?(#[0-9]{1,9})\\b"),
          Pattern.compile("^Merged in .{1,200} \\(pull request (#[0-9]{1,9})\\)"),
          Pattern.compile("(?m)^See merge request \\S{0,200}(![0-9]{1,9})$"));

  private MergedRequests() {}

  /// @param records in [#FORMAT], the tip first
  /// @return the request by the commit that it brought, as `#12` or `!12`
  static Map<String, String> of(List<String> records) {
    Map<String, String> messages = new HashMap<>();
    for (String record : records) {
      String[] parts = record.strip().split("\n", 2);
      messages.put(parts[0].split(" ")[0], parts.length < 2 ? "" : parts[1]);
    }
    Map<String, String> requests = new HashMap<>();
    for (Landing landing : Landings.of(records)) {
      String number = squashed(messages.getOrDefault(landing.commit(), ""));
      if (number == null && !landing.by().equals(landing.commit())) {
        number = merged(messages.getOrDefault(landing.by(), ""));
      }
      if (number != null) {
        requests.put(landing.commit(), number);
      }
    }
    return requests;
  }

  /// The number that a subject ends with, where forges write that of what they squashed.
  static @Nullable String squashed(String message) {
    Matcher number = SQUASHED.matcher(message.lines().findFirst().orElse(""));
    return number.find() ? number.group(1) : null;
  }

  private static @Nullable String merged(String message) {
    for (Pattern pattern : MERGED) {
      Matcher number = pattern.matcher(message);
      if (number.find()) {
        return number.group(1);
      }
    }
    return null;
  }
}
