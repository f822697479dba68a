package dev.suture.backport.presence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Takes a diff line by line and makes changes of it.
public final class ChangeReader {
  private static final int KEPT_LINES = 6_000;
  private static final int TOKENS_OF_A_LINE = 80;

  private final String commit;
  private final List<FileChange> files = new ArrayList<>();
  private final List<Hunk> hunks = new ArrayList<>();
  private final int[] tokens = new int[TOKENS_OF_A_LINE];
  private String path = "";
  private String from = "";
  private boolean open;
  private int kept;
  private boolean whole = true;

  private long[] lines = new long[16];
  private int[] ends = new int[16];
  private int[] all = new int[256];
  private int size;
  private int removed;
  private int used;

  public ChangeReader(String commit) {
    this.commit = commit;
  }

  /// @param before path before the change
  /// @param after path after it
  public void file(String before, String after) {
    endFile();
    open = true;
    path = after;
    from = before;
  }

  public void hunk() {
    endHunk();
  }

  /// A line of the hunk, removed ones before added ones.
  public void line(boolean added, byte[] text, int start, int end) {
    if (++kept > KEPT_LINES) {
      whole = false;
      return;
    }
    long hash = Normal.line(text, start, end);
    if (hash == 0) {
      return;
    }
    if (!added && size > removed) {
      endHunk();
    }
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    int count = Normal.tokens(text, start, end, tokens);
    if (used + count > all.length) {
      all = Arrays.copyOf(all, Math.max(used + count, all.length * 2));
    }
    System.arraycopy(tokens, 0, all, used, count);
    used += count;
    lines[size] = hash;
    ends[size++] = used;
    if (!added) {
      removed = size;
    }
  }

  public Change done() {
    endFile();
    files.sort(Comparator.comparing(FileChange::path));
    return new Change(commit, whole, List.copyOf(files));
  }

  private void endHunk() {
    if (size > 0) {
      hunks.add(
          new Hunk(
              Arrays.copyOf(lines, size),
              removed,
              Arrays.copyOf(ends, size),
              Arrays.copyOf(all, used)));
    }
    size = 0;
    removed = 0;
    used = 0;
  }

  private void endFile() {
    endHunk();
    if (open && (!hunks.isEmpty() || !path.equals(from))) {
      files.add(new FileChange(path, from, List.copyOf(hunks)));
    }
    hunks.clear();
    open = false;
  }
}
