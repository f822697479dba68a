package dev.suture.io;

import java.io.IOException;

/// More bytes came than the reader allows.
public final class TooLarge extends IOException {
  private static final long serialVersionUID = 1;

  private final long limit;

  public TooLarge(long limit) {
    super("more than " + limit + " bytes");
    this.limit = limit;
  }

  public long limit() {
    return limit;
  }
}
