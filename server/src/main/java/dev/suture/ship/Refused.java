package dev.suture.ship;

import org.jspecify.annotations.Nullable;

/// What was asked of a ship cannot be done as things stand.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String says;
  private final @Nullable String remedy;

  public Refused(String says, @Nullable String remedy) {
    super(says, null, false, false);
    this.says = says;
    this.remedy = remedy;
  }

  public String says() {
    return says;
  }

  public @Nullable String remedy() {
    return remedy;
  }
}
