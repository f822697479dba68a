package dev.suture.rollout;

import dev.suture.ship.Deployer;
import java.nio.file.Path;
import java.time.Duration;

/// Deploys by what `suture.yml` names: an address is a webhook, anything else a program.
public final class Rollout implements Deployer {
  private final Programs programs;
  private final SignedWebhook webhook;

  /// @param folder of the programs that the operator lets projects deploy with
  /// @param limit how long one may take
  public Rollout(Path folder, Duration limit, SignedWebhook webhook) {
    this.programs = new Programs(folder, limit);
    this.webhook = webhook;
  }

  @Override
  public void run(String target, Order order) throws Failed {
    if (isAddress(target)) {
      webhook.call(target, order);
    } else {
      programs.run(target, order);
    }
  }

  @Override
  public void check(String target) throws Failed {
    if (isAddress(target)) {
      webhook.check(target);
    } else {
      programs.check(target);
    }
  }

  private static boolean isAddress(String target) {
    return target.startsWith("https://") || target.startsWith("http://");
  }
}
