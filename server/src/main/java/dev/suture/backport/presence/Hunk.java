package dev.suture.backport.presence;

import java.util.Arrays;

/// Neighbouring lines that a change replaces, normalised.
///
/// @param lines hashes of the removed lines, then of the added ones
/// @param removed how many of them are removed
/// @param ends for each line, where its tokens end
/// @param tokens of all lines, one after the other
record Hunk(long[] lines, int removed, int[] ends, int[] tokens) {

  int size() {
    return lines.length;
  }

  boolean isAdded(int line) {
    return line >= removed;
  }

  int start(int line) {
    return line == 0 ? 0 : ends[line - 1];
  }

  int length(int line) {
    return ends[line] - start(line);
  }

  int words(int line) {
    int words = 0;
    for (int i = start(line); i < ends[line]; i++) {
      words += tokens[i] >= 0 ? 1 : 0;
    }
    return words;
  }

  /// What takes this one back.
  Hunk inverse() {
    long[] turned = new long[lines.length];
    int[] turnedEnds = new int[lines.length];
    int[] turnedTokens = new int[tokens.length];
    int at = 0;
    int to = 0;
    for (int i = 0; i < lines.length; i++) {
      int line = (i + removed) % lines.length;
      turned[to] = lines[line];
      System.arraycopy(tokens, start(line), turnedTokens, at, length(line));
      at += length(line);
      turnedEnds[to++] = at;
    }
    return new Hunk(turned, lines.length - removed, turnedEnds, turnedTokens);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hunk(var otherLines, var otherRemoved, _, _)
        && removed == otherRemoved
        && Arrays.equals(lines, otherLines);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lines) * 31 + removed;
  }

  @Override
  public String toString() {
    return "-" + removed + " +" + (lines.length - removed);
  }
}
