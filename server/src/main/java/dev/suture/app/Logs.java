package dev.suture.app;

import java.util.logging.Level;
import java.util.logging.Logger;

/// One line a message, on standard error; libraries speak up for warnings only.
final class Logs {
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
  private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

  private Logs() {}

  static void set() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    JETTY.setLevel(Level.WARNING);
    POOL.setLevel(Level.WARNING);
  }
}
