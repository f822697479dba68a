package dev.suture.io;

import java.io.IOException;

/// The sender gave less than the least rate that a reader waits for.
public final class TooSlow extends IOException {
  private static final long serialVersionUID = 1;

  public TooSlow(long bytesPerSecond) {
    super("less than " + bytesPerSecond + " bytes a second");
  }
}
