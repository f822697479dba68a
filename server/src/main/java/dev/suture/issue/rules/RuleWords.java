package dev.suture.issue.rules;

import java.util.ArrayList;
import java.util.List;

/// A rule's line in words: blanks separate them, quotes hold one together.
final class RuleWords {
  private RuleWords() {}

  /// @param text as it stands, without its quotes
  /// @param quoted whether some of it stood in quotes
  record Word(String text, boolean quoted) {
    boolean is(String sign) {
      return !quoted && text.equals(sign);
    }
  }

  static List<Word> of(String line, int number) throws RuleProblem {
    List<Word> words = new ArrayList<>();
    boolean list = false;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '[' || c == ']' || c == '|' || (c == ',' && list)) {
        words.add(new Word(String.valueOf(c), false));
        at++;
      } else if (line.startsWith("{{", at)) {
        int end = line.indexOf("}}", at);
        if (end < 0) {
          throw new RuleProblem(number, "A variable begins with {{ and does not end with }}.");
        }
        int tail = wordEnd(line, end + 2, list, number);
        words.add(new Word(plain(line.substring(at, tail)), false));
        at = tail;
      } else {
        int end = wordEnd(line, at, list, number);
        String raw = line.substring(at, end);
        list |= raw.equals("->");
        words.add(new Word(plain(raw), raw.contains("\"")));
        at = end;
      }
    }
    return words;
  }

  /// @param list whether a comma ends a word, as it does behind the arrow
  private static int wordEnd(String line, int start, boolean list, int number) throws RuleProblem {
    int end = start;
    boolean quoted = false;
    while (end < line.length()) {
      char c = line.charAt(end);
      if (c == '\\' && quoted && end + 1 < line.length()) {
        end++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && line.startsWith("{{", end)) {
        int close = line.indexOf("}}", end);
        end = close < 0 ? end : close + 1;
      } else if (!quoted
          && (Character.isWhitespace(c) || (c == ',' && list) || isClosing(line, end))) {
        break;
      }
      end++;
    }
    if (quoted) {
      throw new RuleProblem(number, "A quote is not closed: put \" at the end of the text.");
    }
    return end;
  }

  /// A bracket at the end of a word closes a sibling's matchers; within one it is part of a name.
  private static boolean isClosing(String line, int at) {
    boolean last = at + 1 == line.length() || " \t|".indexOf(line.charAt(at + 1)) >= 0;
    return line.charAt(at) == ']' && last && line.lastIndexOf('[', at) >= 0;
  }

  private static String plain(String raw) {
    if (raw.indexOf('"') < 0) {
      return raw;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length()) {
        plain.append(raw.charAt(++i));
      } else if (c != '"') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
