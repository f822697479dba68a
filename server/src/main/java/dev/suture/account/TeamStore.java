package dev.suture.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Keeps teams, and which projects are whose.
public interface TeamStore {
  /// Who sees a project.
  ///
  /// @param open to every member and viewer
  /// @param teams ids of those that have it; they matter for a project that is not open
  record Access(boolean open, List<Long> teams) {
    public Access {
      teams = List.copyOf(teams);
    }
  }

  List<Team> all();

  Optional<Team> byId(long id);

  /// @throws IllegalStateException when the slug is taken
  Team add(String slug, String name);

  void rename(long id, String name);

  /// A project that only this team had stays closed.
  void remove(long id);

  void setMembers(long id, Collection<Long> accounts);

  void join(long id, long account);

  Access access(long project);

  void setAccess(long project, Access access);

  /// The projects that are open, and those of the account's teams.
  Reach reach(long account);

  /// The given projects, as far as they are still there.
  Reach reach(Collection<Long> projects);
}
