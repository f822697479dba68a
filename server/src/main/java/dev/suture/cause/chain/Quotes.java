package dev.suture.cause.chain;

import dev.suture.cause.chain.History.Hunk;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts that an error's message quotes: where validators say what they would have taken, it stands
/// so in the program.
final class Quotes {
  private static final Pattern QUOTED = Pattern.compile("[\"'`]([\\w][\\w .:/-]{2,60})[\"'`]");
  private static final int ENOUGH = 2;
  private static final int LONGEST = 4_000;

  private final Set<String> quoted;

  /// @param message captured
  Quotes(String message) {
    this.quoted = in(message.length() <= LONGEST ? message : message.substring(0, LONGEST));
  }

  private static Set<String> in(String text) {
    Set<String> found = new HashSet<>();
    Matcher each = QUOTED.matcher(text);
    while (each.find()) {
      found.add(each.group(1));
    }
    return found;
  }

  /// Whether a change put in or took away lines that have several of these texts.
  boolean areIn(Hunk hunk) {
    if (quoted.size() < ENOUGH) {
      return false;
    }
    Set<String> found = new HashSet<>();
    hunk.added().forEach(line -> found.addAll(in(line)));
    hunk.removed().forEach(line -> found.addAll(in(line)));
    found.retainAll(quoted);
    return found.size() >= ENOUGH;
  }
}
