package dev.suture.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The end of what a process prints, read as it prints.
final class Tail {
  private static final int KEPT = 16 * 1024;

  private final StringBuilder kept = new StringBuilder();
  private final Thread reader;

  Tail(InputStream printed) {
    this.reader = Thread.ofVirtual().start(() -> read(printed));
  }

  private void read(InputStream printed) {
    byte[] some = new byte[8192];
    try (printed) {
      for (int read = printed.read(some); read >= 0; read = printed.read(some)) {
        add(new String(some, 0, read, StandardCharsets.UTF_8));
      }
    } catch (IOException ended) {
      return;
    }
  }

  private synchronized void add(String text) {
    kept.append(text);
    if (kept.length() > 2 * KEPT) {
      kept.delete(0, kept.length() - KEPT);
    }
  }

  /// What was printed by now; of an ended process all of it.
  String text(boolean ended) {
    if (ended) {
      try {
        reader.join(1_000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    synchronized (this) {
      return kept.substring(Math.max(0, kept.length() - KEPT));
    }
  }
}
