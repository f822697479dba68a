package dev.suture.mcp;

import java.util.EnumSet;
import java.util.Set;

/// Opens the older revisions. Nothing is remembered: each later request stands alone.
final class Initialize implements Method {
  private final Identity identity;
  private final Capabilities capabilities;

  Initialize(Identity identity, Capabilities capabilities) {
    this.identity = identity;
    this.capabilities = capabilities;
  }

  @Override
  public String name() {
    return "initialize";
  }

  @Override
  public Set<Era> eras() {
    return EnumSet.of(Era.legacy);
  }

  @Override
  public Object answer(Call call) {
    String wanted = call.params().path("protocolVersion").asString("");
    String spoken = Era.LEGACY.contains(wanted) ? wanted : Era.LEGACY.getFirst();
    return new Result(spoken, capabilities, identity, Identity.INSTRUCTIONS);
  }

  record Result(
      String protocolVersion,
      Capabilities capabilities,
      Identity serverInfo,
      String instructions) {}
}
