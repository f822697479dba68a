package dev.suture.cause;

import dev.suture.issue.activity.Activity;
import dev.suture.issue.activity.ActivityStore;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records what was decided about a failure, with what the verdict was then and what it rested on.
public final class Decisions {
  private final Bundles bundles;
  private final ActivityStore activity;
  private final InstantSource clock;

  public Decisions(Bundles bundles, ActivityStore activity, InstantSource clock) {
    this.bundles = bundles;
    this.activity = activity;
    this.clock = clock;
  }

  /// @param hotfix that was opened with it; null for none
  /// @return empty when there is no such issue, or nothing of it is kept that could be judged
  public Optional<Activity> record(
      String issue, Actor by, Verdict.Way way, @Nullable String hotfix) {
    return bundles
        .ofIssue(issue)
        .flatMap(
            bundle ->
                activity.add(bundle.issue().id(), clock.instant(), by, deed(bundle, way, hotfix)));
  }

  private static Deed deed(Bundle bundle, Verdict.Way way, @Nullable String hotfix) {
    Verdict verdict = bundle.verdict();
    return new Deed.Decided(
        way.name(),
        verdict == null ? Verdict.Way.cannotTell.name() : verdict.way().name(),
        verdict == null ? List.of() : verdict.because(),
        evidence(bundle),
        hotfix);
  }

  /// Addresses of what the verdict rested on, and the commits that it names.
  private static List<String> evidence(Bundle bundle) {
    List<String> evidence = new ArrayList<>();
    String failure = bundle.capture() == null ? bundle.issue().id() : bundle.capture();
    evidence.add(new Address(failure, null, null).uri());
    if (bundle.cause() != null && bundle.cause().exchange() != null && bundle.capture() != null) {
      evidence.add(new Address(failure, "exchange", bundle.cause().exchange().id()).uri());
    }
    if (bundle.live() != null && bundle.live().commit() != null) {
      evidence.add("live commit " + bundle.live().commit());
    }
    if (bundle.impact().suspect() != null) {
      evidence.add("suspect commit " + bundle.impact().suspect().commit());
    }
    return List.copyOf(evidence);
  }
}
