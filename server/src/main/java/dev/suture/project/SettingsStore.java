package dev.suture.project;

import java.time.Instant;
import java.util.List;

/// Where the settings of projects are kept, with every version that there was.
public interface SettingsStore {
  /// The settings that hold; reading them costs no more than a look into a map.
  Settings of(long project);

  /// A secret of the project's own, for hashes that nobody else can make.
  byte[] salt(long project);

  /// @return 0 while a project has only the defaults
  long version(long project);

  /// Makes these the settings that hold.
  ///
  /// @param expected the version that the change was made from
  /// @param who made it
  /// @return the new version
  /// @throws Overtaken when somebody else was faster
  long change(long project, long expected, Settings settings, String who);

  /// Newest first.
  List<Change> history(long project, int limit);

  /// The project is gone.
  void forget(long project);

  /// @param sections that differ from the version before
  record Change(long version, Instant at, String who, List<String> sections) {}

  /// Somebody changed the settings in between.
  final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Overtaken() {
      super("the settings were changed in between", null, false, false);
    }
  }
}
