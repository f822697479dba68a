package dev.suture.mcp;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Asks whether the server is there.
final class Ping implements Method {
  @Override
  public String name() {
    return "ping";
  }

  @Override
  public Set<Era> eras() {
    return EnumSet.of(Era.legacy);
  }

  @Override
  public Object answer(Call call) {
    return Map.of();
  }
}
