package dev.suture.event;

/// How bad the sender says it is, from least to worst.
public enum Level {
  debug,
  info,
  warning,
  error,
  fatal
}
