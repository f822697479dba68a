package dev.suture.dora;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Deployment.Kind;
import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.Release;
import dev.suture.deploy.ReleaseStore;
import dev.suture.dora.History.Word;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.HotfixStore;
import dev.suture.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records what other tools tell of, once however often they tell it.
public final class Recorder {
  private static final int LOOKED_THROUGH = 20_000;
  private static final int LONGEST = 200;
  private static final Duration DRIFT = Duration.ofMinutes(5);

  private final Stores stores;

  /// Where things are kept.
  public record Stores(
      DeploymentStore deployments,
      ReleaseStore releases,
      HotfixStore hotfixes,
      DeliveryStore deliveries) {}

  public Recorder(Stores stores) {
    this.stores = stores;
  }

  /// @param deployment as it is kept, or would be
  /// @param fresh false when it was known already
  public record Recorded(Deployment deployment, boolean fresh) {}

  /// What cannot be kept.
  public static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    public Unfit(String message) {
      super(message);
    }
  }

  /// What is known of a project while a list is gone through, so that it is read once.
  ///
  /// @param deployments grows by what is recorded
  public record Known(
      List<Deployment> deployments, List<Hotfix> hotfixes, List<Release> releases) {}

  public Known known(Project project) {
    return new Known(
        new ArrayList<>(stores.deployments().all(project.slug(), LOOKED_THROUGH)),
        stores.hotfixes().all(),
        stores.releases().all(project.slug(), LOOKED_THROUGH));
  }

  /// @throws Unfit with what is wrong with it, in words of ours
  public Recorded record(Project project, Told told, Instant now) throws Unfit {
    return record(project, told, now, known(project), false);
  }

  /// @param dry says what would be recorded, and records nothing
  /// @throws Unfit with what is wrong with it, in words of ours
  public Recorded record(Project project, Told told, Instant now, Known known, boolean dry)
      throws Unfit {
    Deployment deployment = deployment(project, told, now, known);
    Optional<Deployment> before =
        known.deployments().stream().filter(each -> isSame(each, deployment)).findFirst();
    if (before.isPresent()) {
      return new Recorded(before.get(), false);
    }
    Kind kind = told.kind();
    Deployment whole =
        deployment.with(
            kind == null
                ? DerivedKind.of(deployment, known.deployments(), known.hotfixes(), told.ref())
                : kind);
    Deployment kept = dry ? whole : stores.deployments().add(whole);
    known.deployments().add(kept);
    return new Recorded(kept, true);
  }

  /// Its source calls both by one name, or, where they have none, both brought one release into one
  /// environment at one instant.
  private boolean isSame(Deployment kept, Deployment told) {
    String key = told.key();
    if (key != null && key.equals(kept.key()) && Objects.equals(told.source(), kept.source())) {
      return true;
    }
    boolean alike =
        kept.release().equals(told.release()) && kept.environment().equals(told.environment());
    return alike && ((key == null && kept.at().equals(told.at())) || reconciled(kept, told));
  }

  /// Controllers that reconcile tell again and again of what is there already.
  private boolean reconciled(Deployment kept, Deployment told) {
    boolean tellsAgain = "flux".equals(told.source()) || "argocd".equals(told.source());
    return tellsAgain
        && stores
            .deployments()
            .live(told.project(), told.environment())
            .filter(live -> live.id() == kept.id())
            .isPresent();
  }

  private Deployment deployment(Project project, Told told, Instant now, Known known) throws Unfit {
    String commit = told.commit();
    if (commit != null && !commit.matches("[0-9a-f]{40,64}")) {
      commit = null;
    }
    String release = told.release();
    if (release == null && commit != null) {
      release = announced(known, commit);
    }
    if (release == null) {
      throw new Unfit("It names neither a release nor a full commit id.");
    }
    Instant at = told.at() == null ? now : told.at();
    if (at.isBefore(Instant.EPOCH) || at.isAfter(now.plus(DRIFT))) {
      throw new Unfit("Its time lies in the future or before 1970.");
    }
    Instant started = told.started();
    return new Deployment(
        0,
        project.slug(),
        word(told.environment()),
        word(release),
        commit,
        Kind.normal,
        at,
        started != null && started.isAfter(at) ? null : started,
        told.stage() == null ? null : word(told.stage()),
        told.source(),
        told.key() == null ? null : cut(told.key()),
        link(told.link()));
  }

  /// The release that a build announced for a commit, else the commit itself.
  private static String announced(Known known, String commit) {
    return known.releases().stream()
        .filter(each -> commit.equals(each.commit()))
        .map(Release::version)
        .findFirst()
        .orElse(commit);
  }

  private static String word(String text) throws Unfit {
    boolean spoilt =
        text.codePoints()
            .anyMatch(
                each ->
                    Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE);
    if (text.isBlank() || text.length() > LONGEST || spoilt) {
      throw new Unfit("Environment, release and stage are 1 to 200 characters on one line.");
    }
    return text;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static @Nullable String link(@Nullable String link) {
    return link != null && link.length() <= 1_000 && link.matches("https?://[!-~]+") ? link : null;
  }

  /// What a tool says went wrong, as a word on the deployment that was live then. Said twice, it is
  /// kept once.
  ///
  /// @return the word; empty when nothing was live
  public Optional<Word> broken(Project project, Notice.Broken broken) {
    String reason = reason(broken.source(), broken.incident());
    if (lastOn(project, reason).isPresent()) {
      return lastOn(project, reason);
    }
    Optional<Deployment> blamed =
        stores.deployments().all(project.slug(), LOOKED_THROUGH).stream()
            .filter(each -> each.environment().equals(broken.environment()))
            .filter(each -> !each.at().isAfter(broken.at()))
            .filter(each -> broken.release() == null || each.release().equals(broken.release()))
            .max(Comparator.comparing(Deployment::at).thenComparing(Deployment::id));
    return blamed.map(
        each ->
            stores
                .deliveries()
                .say(project.slug(), word(each.id(), broken.source(), reason, broken.at(), null)));
  }

  public Optional<Word> mended(Project project, Notice.Mended mended) {
    String reason = reason(mended.source(), mended.incident());
    return lastOn(project, reason)
        .map(
            last ->
                last.recovered() != null
                    ? last
                    : stores
                        .deliveries()
                        .say(
                            project.slug(),
                            word(
                                last.deployment(),
                                mended.source(),
                                reason,
                                mended.at(),
                                mended.at())));
  }

  private Optional<Word> lastOn(Project project, String reason) {
    return stores.deliveries().words(project.slug()).stream()
        .filter(each -> each.reason().equals(reason) && each.by().startsWith("hook:"))
        .reduce((_, later) -> later);
  }

  private static String reason(String source, String incident) {
    return cut("incident " + source + " " + incident.replaceAll("\\p{Cntrl}", " "));
  }

  private static Word word(
      long deployment, String source, String reason, Instant at, @Nullable Instant recovered) {
    return new Word(0, deployment, true, recovered, reason, "hook:" + source, source, at);
  }
}
