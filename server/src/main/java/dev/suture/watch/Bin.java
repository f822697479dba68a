package dev.suture.watch;

/// What was counted in one stretch of time after a deployment.
///
/// @param minute since the deployment, when the stretch began
/// @param errors of the watched version
/// @param exposure of the watched version: sessions, requests or minutes
/// @param besideErrors of the version that runs beside it
/// @param besideExposure of the version that runs beside it; 0 when there is none
public record Bin(
    int minute, long errors, double exposure, long besideErrors, double besideExposure) {
  public Bin {
    if (minute < 0
        || errors < 0
        || besideErrors < 0
        || !(exposure >= 0)
        || !(besideExposure >= 0)) {
      throw new IllegalArgumentException("a bin's counts are not negative");
    }
  }

  /// Of a version that nothing runs beside.
  public static Bin alone(int minute, long errors, double exposure) {
    return new Bin(minute, errors, exposure, 0, 0);
  }

  /// The watched version's share of the exposure; not a number when there was none.
  double share() {
    return exposure / (exposure + besideExposure);
  }
}
