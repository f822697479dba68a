package dev.suture.dora;

import dev.suture.deploy.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A release brought into an environment: one deployment, or all stages of one rollout.
///
/// @param last the deployment that completed it
/// @param ids of all its deployments
public record Delivery(String service, Deployment last, Instant started, List<Long> ids) {
  /// Stages of one release that follow each other are one delivery: canary, ring and everyone are
  /// not three deployments.
  static List<Delivery> of(String service, List<Deployment> oldestFirst) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Deployment each : oldestFirst) {
      Instant started = each.started() == null ? each.at() : each.started();
      Delivery before = deliveries.isEmpty() ? null : deliveries.getLast();
      if (before != null && before.last.stage() != null && before.goesOnWith(each)) {
        List<Long> ids = new ArrayList<>(before.ids);
        ids.add(each.id());
        deliveries.removeLast();
        deliveries.add(new Delivery(service, each, before.started, List.copyOf(ids)));
      } else {
        deliveries.add(new Delivery(service, each, started, List.of(each.id())));
      }
    }
    return deliveries;
  }

  private boolean goesOnWith(Deployment next) {
    return next.release().equals(last.release()) && next.kind() == last.kind();
  }

  public Instant at() {
    return last.at();
  }

  public String release() {
    return last.release();
  }

  public Deployment.Kind kind() {
    return last.kind();
  }

  boolean has(long deployment) {
    return ids.contains(deployment);
  }

  /// Whether it puts back what was there instead of bringing something.
  public boolean isRollback() {
    return kind() == Deployment.Kind.rollback;
  }
}
