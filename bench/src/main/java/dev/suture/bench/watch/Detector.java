package dev.suture.bench.watch;

/// A method that watches one deployment and looks once a minute.
interface Detector {
  /// @param minute since the deployment
  /// @return whether it alarms now
  boolean look(int minute, long errors);

  /// Makes one for each deployment.
  interface Kind {
    String name();

    Detector open(History history);
  }
}
