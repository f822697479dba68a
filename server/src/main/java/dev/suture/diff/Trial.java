package dev.suture.diff;

/// Asks whether a part of a change is still the fix.
public interface Trial<T> {
  Tried of(T part) throws InterruptedException;

  /// What came of it.
  enum Answer {
    /// The failure does not happen, and the project's checks pass.
    fixed,
    /// The failure happens, or a check fails.
    broken,
    /// It does not build, or the run says nothing.
    unresolved
  }

  /// @param ran whether the oracle ran; it does not for what does not build or was asked before
  record Tried(Answer answer, boolean ran) {}
}
