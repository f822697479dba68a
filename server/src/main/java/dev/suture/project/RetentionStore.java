package dev.suture.project;

/// What projects may keep, and what they use of it.
public interface RetentionStore {
  /// The project's own, else [Retention#DEFAULT].
  Retention of(long project);

  void set(long project, Retention retention);

  Usage usage(long project);

  /// @param events that are kept with their content
  /// @param eventBytes that these use on the disk
  /// @param captureBytes of captures and replays
  record Usage(long events, long eventBytes, long captureBytes) {
    public long all() {
      return eventBytes + captureBytes;
    }
  }
}
