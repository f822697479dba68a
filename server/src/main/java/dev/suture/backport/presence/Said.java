package dev.suture.backport.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a commit says of itself; nothing says that it is true.
///
/// @param author a hash of the author's address
/// @param authored seconds
/// @param picks beginnings of ids, or full ones, that it says it was picked from
/// @param reverts ids that it says it takes back
public record Said(
    String commit, long author, long authored, List<String> picks, List<String> reverts) {
  private static final Pattern PICKS =
      Pattern.compile(
          "(?i)(?:cherry[ -]?picked (?:from )?(?:commit )?|back-?port(?:ed)? (?:of |from )"
              + "(?:commit )?|upstream commit |^commit )([0-9a-f]{7,40})\\b",
          Pattern.MULTILINE);
  private static final Pattern REVERTS =
      Pattern.compile("(?i)\\breverts? (?:commit )?([0-9a-f]{7,40})\\b");

  /// @param header the lines of the commit object before its message
  public static Said read(String commit, String header, String message) {
    long author = 0;
    long authored = 0;
    for (String line : header.split("\n")) {
      if (line.startsWith("author ")) {
        int close = line.lastIndexOf('>');
        author = Normal.hash(line.substring(line.lastIndexOf('<') + 1, Math.max(close, 0)));
        authored = seconds(line.substring(close + 1).strip());
      }
    }
    return new Said(commit, author, authored, all(PICKS, message), all(REVERTS, message));
  }

  private static long seconds(String time) {
    int end = time.indexOf(' ');
    try {
      return Long.parseLong(end < 0 ? time : time.substring(0, end));
    } catch (NumberFormatException odd) {
      return 0;
    }
  }

  private static List<String> all(Pattern claim, String message) {
    List<String> found = new ArrayList<>();
    var match = claim.matcher(message);
    while (match.find() && found.size() < 50) {
      found.add(match.group(1));
    }
    return List.copyOf(found);
  }
}
