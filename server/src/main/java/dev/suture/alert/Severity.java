package dev.suture.alert;

/// How much it hurts.
public enum Severity {
  info,
  warning,
  critical
}
