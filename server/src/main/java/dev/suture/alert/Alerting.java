package dev.suture.alert;

import dev.suture.alert.AlertStore.Opening;
import dev.suture.alert.AlertStore.Step;
import dev.suture.alert.Told.Fact;
import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import dev.suture.event.Level;
import dev.suture.issue.IssueState;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds the rules of all projects against what is known, and stores what comes of it. What was
/// read in order is read once: how far is kept with what it led to.
public final class Alerting {
  private static final int TURNS = 500;
  private static final int NEWEST = 50;
  private static final Duration YOUNG = Duration.ofHours(1);
  private static final Duration LATELY = Duration.ofDays(3);
  private static final List<String> COUNTED = List.of("rate", "users");

  private final Sources sources;
  private final Tallies tallies;
  private final InstantSource clock;
  private final Judging judging;
  private volatile Set<Long> young = Set.of();

  /// Where it looks and what it keeps.
  public record Sources(
      ProjectStore projects,
      DeploymentStore deployments,
      AlertSettings settings,
      AlertStore alerts,
      AlertFacts facts) {}

  public Alerting(Sources sources, Judging.Sources judged, Tallies tallies, InstantSource clock) {
    this.sources = sources;
    this.judging = new Judging(judged);
    this.tallies = tallies;
    this.clock = clock;
  }

  /// Fills in what was counted before this process began.
  public void begin() {
    Instant since = clock.instant().minus(Duration.ofMinutes(Condition.LONGEST_WINDOW));
    for (AlertFacts.Counted minute : sources.facts().minutes(since)) {
      tallies.fill(minute.project(), minute.at(), minute.events());
    }
  }

  /// Looks at what came since the last look: issues that turned, projects that had events.
  ///
  /// @return whether there may be something to send
  public boolean quick() {
    boolean turned = turns();
    boolean counted = counts();
    return turned || counted;
  }

  private boolean turns() {
    boolean any = false;
    while (true) {
      AlertFacts.Place place = sources.facts().place();
      AlertFacts.Turns read = sources.facts().turns(place, TURNS);
      if (read.next().equals(place)) {
        return any;
      }
      Map<Long, List<Opening>> openings = new TreeMap<>();
      for (AlertFacts.Turn turn : read.turns()) {
        openings.computeIfAbsent(turn.project(), _ -> new ArrayList<>()).addAll(opened(turn));
      }
      List<Step> steps = new ArrayList<>();
      openings.forEach((project, some) -> steps.add(new Step(project, some, List.of())));
      sources.alerts().apply(steps, read.next(), clock.instant());
      any = true;
    }
  }

  private List<Opening> opened(AlertFacts.Turn turn) {
    Project project = sources.projects().byId(turn.project()).orElse(null);
    if (project == null) {
      return List.of();
    }
    return rules(project.id(), condition -> isMet(condition, turn)).stream()
        .map(rule -> new Opening(rule, turn.issue(), told(project, turn)))
        .toList();
  }

  private static boolean isMet(Condition condition, AlertFacts.Turn turn) {
    return switch (condition) {
      case Condition.NewIssue(Level least) ->
          turn.state() == IssueState.fresh && Level.valueOf(turn.level()).compareTo(least) >= 0;
      case Condition.Regressed _ -> turn.state() == IssueState.regressed;
      case Condition.Escalating _ -> turn.state() == IssueState.escalating;
      case Condition.Rate _,
          Condition.Users _,
          Condition.CrashFree _,
          Condition.Watch _,
          Condition.Backport _,
          Condition.CheckIn _ ->
          false;
    };
  }

  private Told told(Project project, AlertFacts.Turn turn) {
    String says =
        switch (turn.state()) {
          case regressed -> turn.issue() + " was resolved and is back.";
          case escalating -> turn.issue() + " is seen far more often than before.";
          default -> "A new issue: " + turn.issue() + ".";
        };
    return new Told(
        says,
        turn.title(),
        List.of(
            new Fact("Events", Long.toString(turn.events())),
            new Fact("Users", Long.toString(turn.users())),
            new Fact("Level", turn.level())),
        since(project, turn.release()),
        turn.issue(),
        "/issues/" + turn.issue());
  }

  /// The newest deployment of a release, else the newest of all.
  private Told.@Nullable Since since(Project project, @Nullable String release) {
    List<Deployment> newest = sources.deployments().all(project.slug(), NEWEST);
    return newest.stream()
        .filter(each -> each.release().equals(release))
        .findFirst()
        .or(() -> newest.stream().findFirst())
        .filter(each -> each.at().isAfter(clock.instant().minus(LATELY)))
        .map(Judging::since)
        .orElse(null);
  }

  /// Of projects that had events, those are looked at closely that pass a limit which nothing was
  /// told of yet: a thousand others cost a sum each.
  private boolean counts() {
    Set<Long> stirred = tallies.stirred();
    if (stirred.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Set<Long> told = new HashSet<>();
    sources.alerts().standing(COUNTED).forEach(each -> told.add(each.rule()));
    stirred.removeIf(
        project ->
            rules(project, Alerting::isCounted).stream()
                .noneMatch(
                    rule -> !told.contains(rule.id()) && passes(rule.condition(), project, now)));
    return hold(stirred, Alerting::isCounted);
  }

  private boolean passes(Condition condition, long project, Instant now) {
    return switch (condition) {
      case Condition.Rate rate -> tallies.events(project, rate.minutes(), now) >= rate.events();
      case Condition.Users rule -> tallies.users(project, rule.minutes(), now) >= rule.users();
      default -> false;
    };
  }

  private static boolean isCounted(Condition condition) {
    return COUNTED.contains(condition.kind());
  }

  /// Looks at what others judge, and whether what was counted is over.
  ///
  /// @return whether there may be something to send
  public boolean slow() {
    List<Step> steps = new ArrayList<>();
    for (AlertFacts.Quiet quiet : sources.facts().quieted()) {
      steps.add(new Step(quiet.project(), List.of(), List.of(quiet.ending())));
    }
    sources.alerts().apply(steps, null, clock.instant());
    judging.begin();
    Set<Long> counted = new HashSet<>();
    sources.alerts().standing(COUNTED).forEach(each -> counted.add(each.project()));
    boolean over = hold(counted, Alerting::isCounted);
    List<Project> all = sources.projects().all();
    Instant now = clock.instant();
    young =
        all.stream()
            .filter(project -> isYoung(project, now))
            .map(Project::id)
            .collect(Collectors.toUnmodifiableSet());
    boolean held = hold(all.stream().map(Project::id).toList(), Alerting::isJudged);
    sources.alerts().escalate(clock.instant());
    return over || held || !steps.isEmpty();
  }

  /// Looks at the watches of what was deployed within the last hour, where most alarms fall.
  ///
  /// @return whether there may be something to send
  public boolean watches() {
    return hold(young, Condition.Watch.class::isInstance);
  }

  private boolean isYoung(Project project, Instant now) {
    return sources.deployments().all(project.slug(), 1).stream()
        .anyMatch(newest -> newest.at().isAfter(now.minus(YOUNG)));
  }

  private static boolean isJudged(Condition condition) {
    return switch (condition) {
      case Condition.CrashFree _, Condition.Watch _, Condition.Backport _, Condition.CheckIn _ ->
          true;
      case Condition.Rate _,
          Condition.Users _,
          Condition.NewIssue _,
          Condition.Regressed _,
          Condition.Escalating _ ->
          false;
    };
  }

  private boolean hold(Collection<Long> projects, Predicate<Condition> which) {
    Instant now = clock.instant();
    List<Step> steps = new ArrayList<>();
    for (long id : projects) {
      List<Rule> rules = rules(id, which);
      if (!rules.isEmpty()) {
        Optional<Project> known = sources.projects().byId(id);
        known.ifPresent(project -> steps.addAll(held(project, rules, now)));
      }
    }
    List<Step> real =
        steps.stream()
            .filter(step -> !step.openings().isEmpty() || !step.endings().isEmpty())
            .toList();
    sources.alerts().apply(real, null, now);
    return !real.isEmpty();
  }

  private List<Step> held(Project project, List<Rule> rules, Instant now) {
    List<Alert> open = sources.alerts().open(project.id());
    return rules.stream()
        .map(
            rule ->
                dated(
                    project,
                    look(rule.condition(), project, now)
                        .step(
                            project.id(),
                            rule,
                            open.stream().filter(alert -> alert.rule() == rule.id()).toList())))
        .toList();
  }

  /// With the deployment that each is to be seen against, which is looked up only once something
  /// fires.
  private Step dated(Project project, Step step) {
    return new Step(
        step.project(),
        step.openings().stream()
            .map(
                opening ->
                    opening.told().since() != null
                        ? opening
                        : new Opening(
                            opening.rule(),
                            opening.subject(),
                            opening.told().with(since(project, null))))
            .toList(),
        step.endings());
  }

  private Look look(Condition condition, Project project, Instant now) {
    return switch (condition) {
      case Condition.Rate rate ->
          Counting.rate(rate, project, tallies.events(project.id(), rate.minutes(), now), now);
      case Condition.Users users -> users(users, project, now);
      case Condition.CrashFree rule -> judging.crashFree(rule, project, now);
      case Condition.Watch rule -> judging.watch(rule, project, now);
      case Condition.Backport rule -> judging.backport(rule, project, now);
      case Condition.CheckIn rule -> judging.checkIn(rule, project, now);
      case Condition.NewIssue _, Condition.Regressed _, Condition.Escalating _ -> Look.NOTHING;
    };
  }

  /// What began anew a moment ago can tell that a limit is passed, and not that it is no more.
  private Look users(Condition.Users rule, Project project, Instant now) {
    Look look =
        Counting.users(rule, project, tallies.users(project.id(), rule.minutes(), now), now);
    return tallies.knowsUsers(rule.minutes(), now)
        ? look
        : new Look(look.firing(), _ -> Optional.empty());
  }

  private List<Rule> rules(long project, Predicate<Condition> which) {
    return sources.settings().rules(project).stream()
        .filter(rule -> rule.on() && which.test(rule.condition()))
        .toList();
  }
}
