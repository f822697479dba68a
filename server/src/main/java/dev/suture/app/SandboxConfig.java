package dev.suture.app;

import dev.suture.sandbox.Sandbox;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How the code of repositories is run.
///
/// @param buildNetwork whether builds may reach the network
record SandboxConfig(Sandbox.Mode mode, boolean buildNetwork) {
  static final List<String> KEYS = List.of("sandbox", "build-network");

  /// @throws Config.Wrong for a value of no use
  static SandboxConfig take(Map<String, String> left) {
    String mode = left.getOrDefault("sandbox", Sandbox.Mode.confined.name());
    String network = left.getOrDefault("build-network", "off");
    KEYS.forEach(left::remove);
    if (!network.equals("on") && !network.equals("off")) {
      throw new Config.Wrong("'build-network' is on or off, not '" + network + "'");
    }
    return new SandboxConfig(
        Arrays.stream(Sandbox.Mode.values())
            .filter(each -> each.name().equals(mode))
            .findFirst()
            .orElseThrow(
                () ->
                    new Config.Wrong(
                        "'sandbox' is confined, unconfined or off, not '" + mode + "'")),
        network.equals("on"));
  }
}
