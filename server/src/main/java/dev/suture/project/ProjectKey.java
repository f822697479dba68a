package dev.suture.project;

import java.time.Instant;
import java.util.List;

/// The public half of a DSN. Whoever knows it may send; it opens nothing else.
///
/// @param value 32 lower-case hexadecimal digits
/// @param label what its owner calls it
/// @param enabled whether it still opens the door
/// @param created when it was made; the epoch for a key that is older than this field
/// @param limits what may arrive with this key
public record ProjectKey(
    String value,
    long project,
    String label,
    boolean enabled,
    Instant created,
    List<Limit> limits) {

  public ProjectKey {
    limits = List.copyOf(limits);
  }

  /// Whether a text has the form of a key's value.
  public static boolean canBe(String value) {
    if (value.length() != 32) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
