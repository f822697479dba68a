package dev.suture.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps sessions, each under the hash of its secret.
public interface SessionStore {
  /// @param session its id is given by the store
  void add(Session session, String hash);

  Optional<Session> byHash(String hash);

  /// Newest use first.
  List<Session> of(long account);

  void seen(long id, Instant at);

  /// @return false when the account has no such session
  boolean end(long account, long id);

  /// Ends all sessions of an account but one.
  ///
  /// @param kept id of the one that goes on; 0 for none
  void endOthers(long account, long kept);

  /// Forgets sessions that nobody has used since a time.
  void expire(Instant before);
}
