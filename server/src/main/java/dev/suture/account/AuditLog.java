package dev.suture.account;

import java.time.Instant;
import java.util.List;

/// What was done about who may do what. Nothing is taken out of it.
public interface AuditLog {
  /// @param actor as [Principal#actor] says it
  /// @param name of the actor then
  /// @param action a word of ours: `signed in`, `token made`
  /// @param subject whom or what it was done to
  record Entry(
      long id,
      Instant at,
      String actor,
      String name,
      String action,
      String subject,
      String address) {}

  /// @param entry its id is given by the log
  void add(Entry entry);

  /// Newest first.
  ///
  /// @param before id of the entry that the page follows; 0 for the newest
  List<Entry> page(long before, int limit);
}
