package dev.suture.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a client says about one session of its own, as it stood at one moment.
///
/// @param session id of the session, hexadecimal digits
/// @param user what tells its user apart, as sent; never stored as it is
/// @param sequence grows with every update of a session
/// @param started on the server's clock
/// @param errors how many errors were met in it so far
/// @param counted whether its sender counts its sessions apart, in [SessionCounts], and names one
///   only when something happens in it
public record SessionUpdate(
    String session,
    @Nullable String user,
    long sequence,
    Instant started,
    Status status,
    long errors,
    Place place,
    boolean counted) {

  /// A session of a sender that tells of every single one.
  public SessionUpdate(
      String session,
      @Nullable String user,
      long sequence,
      Instant started,
      Status status,
      long errors,
      Place place) {
    this(session, user, sequence, started, status, errors, place, false);
  }

  /// How a session stands or ended.
  public enum Status {
    ok,
    exited,
    unhandled,
    abnormal,
    crashed;

    /// Whether no later update can change it.
    public boolean ends() {
      return switch (this) {
        case ok, unhandled -> false;
        case exited, abnormal, crashed -> true;
      };
    }
  }
}
