package dev.suture.event.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bundle that a client wants to be put together.
///
/// @param projects ids of those that its maps are for
/// @param checksum of the whole bundle
/// @param chunks in their order
/// @param release null when only debug ids count
public record Upload(
    List<Long> projects, Checksum checksum, List<Checksum> chunks, @Nullable String release) {

  /// How many chunks a bundle may have.
  public static final int MOST_CHUNKS = 64;

  /// How far an upload has come; the words are those of the wire.
  public enum State {
    not_found,
    assembling,
    ok,
    error
  }

  /// @param missing chunks to send before asking again
  /// @param detail what went wrong, for the person who uploads
  public record Progress(State state, List<Checksum> missing, @Nullable String detail) {
    static Progress of(State state) {
      return new Progress(state, List.of(), null);
    }

    static Progress missing(List<Checksum> missing) {
      return new Progress(State.not_found, missing, null);
    }

    static Progress error(String detail) {
      return new Progress(State.error, List.of(), detail);
    }
  }
}
