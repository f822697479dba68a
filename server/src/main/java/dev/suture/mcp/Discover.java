package dev.suture.mcp;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says which revisions are spoken and what is offered.
final class Discover implements Method {
  private final Capabilities capabilities;

  Discover(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  @Override
  public String name() {
    return "server/discover";
  }

  @Override
  public Set<Era> eras() {
    return EnumSet.of(Era.modern);
  }

  @Override
  public Optional<Freshness> freshness() {
    return Optional.of(Freshness.LISTS);
  }

  @Override
  public Object answer(Call call) {
    return new Result(Era.ALL, capabilities, Identity.INSTRUCTIONS);
  }

  record Result(List<String> supportedVersions, Capabilities capabilities, String instructions) {}
}
