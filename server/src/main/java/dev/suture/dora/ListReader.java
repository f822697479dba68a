package dev.suture.dora;

import dev.suture.dora.HookReader.NotUnderstood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a list of what was deployed before.
public interface ListReader {
  /// The word for the form in addresses: `csv`.
  String format();

  /// @param environment to use instead of those in the list; null for those
  /// @throws NotUnderstood when it is no such list at all
  List<Row> read(byte[] body, @Nullable String environment) throws NotUnderstood;

  /// One entry.
  ///
  /// @param line where it is, from 1
  /// @param notice null when it has a problem
  /// @param problem in words of ours
  record Row(int line, @Nullable Notice notice, @Nullable String problem) {
    public static Row of(int line, Notice notice) {
      return new Row(line, notice, null);
    }

    public static Row bad(int line, @Nullable String problem) {
      return new Row(line, null, String.valueOf(problem));
    }
  }
}
