package dev.suture.carry;

import dev.suture.carry.CarryFlow.Action;
import dev.suture.carry.CarryFlow.Fact;
import dev.suture.carry.CarryFlow.Step;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.HotfixStore;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Exemption;
import dev.suture.line.ExemptionStore;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Brings fixes to the lines that lack them, newest line first.
public final class Backports {
  /// What it works with.
  public record Sources(
      ProjectStore projects,
      HotfixStore hotfixes,
      ExemptionStore exemptions,
      CarryStore carries,
      Resolutions resolutions,
      Repository repository,
      Workbenches workbenches,
      Forge forge,
      Vetting vetting) {}

  /// The workbench of a project's clone.
  public interface Workbenches {
    Workbench of(Project project) throws Unreachable;
  }

  private static final Vetting.Report UNRUN =
      new Vetting.Report(
          Vetting.Outcome.passed,
          List.of(
              "Nothing was run: suture.yml names no `checks`, and the hotfix has no reproduction"
                  + " that can be run here."));

  private final Sources sources;
  private final InstantSource clock;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  public Backports(Sources sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  public List<Carry> of(String hotfix) {
    return sources.carries().of(hotfix);
  }

  public List<Carry> ofProject(String project) {
    return sources.carries().ofProject(project);
  }

  /// What would come of it, line by line, those first that are likely to have the fault; nothing is
  /// pushed and nothing is kept.
  ///
  /// @param line name of one line; null for all that lack the fix
  /// @throws Unreachable when the repository cannot be read
  public List<Carry> plan(Hotfix hotfix, @Nullable String line) throws Unreachable {
    Project project = project(hotfix);
    record Ranked(double share, Carry carry) {}
    List<Ranked> plans = new ArrayList<>();
    FaultyLines faulty =
        FaultyLines.of(sources.repository(), sources.workbenches().of(project), project, hotfix);
    for (LineStatus each : lacking(hotfix, line)) {
      Optional<Carry> planned = planned(project, hotfix, each);
      if (planned.isPresent()) {
        Fact fact = making(project).make(planned.get());
        FaultyLines.Rank rank = faulty.on(planned.get().plan().onto());
        Carry carry = CarryFlow.next(planned.get(), fact).carry().noting(rank.says());
        plans.add(new Ranked(rank.share(), carry));
      }
    }
    return plans.stream()
        .sorted(Comparator.comparingDouble(Ranked::share).reversed())
        .map(Ranked::carry)
        .toList();
  }

  /// Brings it to each line that lacks it, as far as that goes without anybody.
  public List<Carry> start(Hotfix hotfix, @Nullable String line) throws Unreachable {
    Project project = project(hotfix);
    sources.repository().fetch(project);
    List<Carry> done = new ArrayList<>();
    for (LineStatus each : lacking(hotfix, line)) {
      ReentrantLock lock = lock(hotfix.project());
      lock.lock();
      try {
        Optional<Carry> before = sources.carries().find(hotfix.id(), each.line());
        Optional<Carry> carry =
            before.filter(kept -> stands(project, hotfix, kept)).isPresent()
                ? before
                : planned(project, hotfix, each);
        if (carry.isPresent()) {
          sources.carries().put(carry.get());
          done.add(drive(project, hotfix, carry.get(), new Fact.Asked()).carry());
        }
      } finally {
        lock.unlock();
      }
    }
    return done;
  }

  /// Whether what was begun is still about the same fix, and worth going on with. A conflict is
  /// tried again when the line has moved: what it lacked may be there now.
  private boolean stands(Project project, Hotfix hotfix, Carry kept) {
    boolean same = kept.plan().head().equals(hotfix.head());
    if (!same || kept.state() != Carry.State.conflicted) {
      return same && kept.state() != Carry.State.nothing && kept.state() != Carry.State.refused;
    }
    try {
      Repository repository = sources.repository();
      boolean pushed = repository.resolve(project, kept.plan().branch()).isPresent();
      Optional<String> tip = repository.resolve(project, kept.plan().target());
      return pushed || tip.filter(kept.plan().onto()::equals).isPresent();
    } catch (Unreachable unread) {
      return true;
    }
  }

  /// Goes on with everything that was begun, also by a server that was killed. What has to be run
  /// runs at the end, one after the other, and keeps nobody from anything.
  public void resume() {
    List<Driven> waiting = new ArrayList<>();
    for (Carry open : sources.carries().open()) {
      driven(open, new Fact.Asked()).filter(each -> each.run() != null).ifPresent(waiting::add);
    }
    for (Driven each : waiting) {
      Vetting.Run run = each.run();
      if (run != null) {
        driven(each.carry(), new Fact.Vetted(each.commit(), run.go()));
      }
    }
  }

  /// @return empty when it is gone, or another one by now
  private Optional<Driven> driven(Carry from, Fact fact) {
    Optional<Project> project = sources.projects().bySlug(from.project());
    Optional<Hotfix> hotfix = sources.hotfixes().find(from.hotfix());
    ReentrantLock lock = lock(from.project());
    lock.lock();
    try {
      Optional<Carry> now = sources.carries().find(from.hotfix(), from.line());
      boolean asks = fact instanceof Fact.Asked;
      return project.isPresent()
              && hotfix.isPresent()
              && now.isPresent()
              && (asks || now.get().equals(from))
          ? Optional.of(drive(project.get(), hotfix.get(), now.get(), fact))
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Carry> planned(Project project, Hotfix hotfix, LineStatus line)
      throws Unreachable {
    Repository repository = sources.repository();
    Optional<String> onto = repository.resolve(project, line.branch());
    if (onto.isEmpty() || hotfix.commits().isEmpty()) {
      return Optional.empty();
    }
    // What was merged and taken back since comes again by picking: to git it is there.
    boolean merge =
        hotfix.issue() != null
            && repository.isAncestor(project, hotfix.base(), onto.get())
            && !repository.isAncestor(project, hotfix.head(), onto.get());
    Carry.Plan plan =
        new Carry.Plan(
            line.branch(),
            branch(hotfix, line.line()),
            onto.get(),
            hotfix.base(),
            hotfix.head(),
            merge ? List.of() : hotfix.commits().stream().map(Hotfix.Commit::id).toList(),
            clock.instant());
    return Optional.of(Carry.planned(hotfix, line.line(), plan));
  }

  /// From the server's own state: ids of hotfixes and names of branches are checked where they come
  /// in. The head tells a second attempt from the first.
  private static String branch(Hotfix hotfix, String line) {
    return "backport-"
        + hotfix.id()
        + "-to-"
        + line.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("\\.+$", "")
        + "-"
        + hotfix.head().substring(0, 7);
  }

  /// The newest line first: a fix is never in an older one and not in the next newer. The lines of
  /// a hotfix stand in that order.
  private static List<LineStatus> lacking(Hotfix hotfix, @Nullable String line) {
    return hotfix.lines().stream()
        .filter(each -> line == null || each.line().equals(line))
        .filter(each -> Hotfix.lacks(each.presence()))
        .toList();
  }

  /// @param run what has to be run before it goes on; null for nothing
  /// @param commit that it is run on
  private record Driven(Carry carry, Vetting.@Nullable Run run, String commit) {}

  /// Drives a carry until it rests, or waits for something to be run: each step is stored, then
  /// done.
  private Driven drive(Project project, Hotfix hotfix, Carry from, Fact begin) {
    Carry carry = from;
    Fact fact = begin;
    while (true) {
      Step step = CarryFlow.next(carry, fact);
      if (!step.carry().equals(carry)) {
        letOff(step.carry(), fact);
        sources.carries().put(step.carry());
      }
      carry = step.carry();
      if (step.action() instanceof Action.Rest) {
        return new Driven(carry, null, "");
      }
      if (step.action() instanceof Action.Vet vet) {
        Optional<Vetting.Run> run =
            sources
                .vetting()
                .of(
                    new Vetting.Result(
                        project, hotfix, carry.line(), carry.plan().onto(), vet.commit()));
        if (run.isPresent()) {
          return new Driven(carry, run.get(), vet.commit());
        }
        fact = new Fact.Vetted(vet.commit(), UNRUN);
        continue;
      }
      try {
        fact = done(project, carry, step.action());
      } catch (Unreachable | Forge.Failed failed) {
        fact = new Fact.Failed(String.valueOf(failed.getMessage()));
      }
    }
  }

  /// The reproduction has the last word on who needs a fix.
  private void letOff(Carry carry, Fact fact) {
    if (fact instanceof Fact.Vetted vetted
        && vetted.report().outcome() == Vetting.Outcome.notAffected) {
      sources
          .exemptions()
          .put(
              new Exemption(
                  carry.hotfix(),
                  carry.line(),
                  Exemption.Kind.notAffected,
                  "suture",
                  "Suture",
                  String.join(" ", vetted.report().ran()),
                  carry.plan().onto(),
                  clock.instant()));
    }
  }

  private Fact done(Project project, Carry carry, Action action) throws Unreachable, Forge.Failed {
    return switch (action) {
      case Action.Make _ -> making(project).make(carry);
      case Action.Push push -> push(project, carry, push.commit());
      case Action.Propose _ -> propose(project, carry);
      case Action.Look _ -> look(project, carry);
      case Action.Vet _, Action.Rest _ -> new Fact.Asked();
    };
  }

  /// Pushes the branch, or finds that a killed run has.
  private Fact push(Project project, Carry carry, String commit) throws Unreachable {
    sources.repository().createBranch(project, carry.plan().branch(), commit);
    return new Fact.Pushed();
  }

  private Fact propose(Project project, Carry carry) throws Forge.Failed {
    Forge.Request request =
        new Forge.Request(
            carry.plan().branch(),
            carry.plan().target(),
            "Bring " + carry.hotfix() + " to " + carry.plan().target(),
            Proposal.body(carry));
    return new Fact.Proposed(sources.forge().propose(project, request).orElse(null));
  }

  /// Whether somebody has pushed the resolved change.
  private Fact look(Project project, Carry carry) throws Unreachable {
    Repository repository = sources.repository();
    Optional<String> there = repository.resolve(project, carry.plan().branch());
    if (there.isEmpty() || there.get().equals(carry.plan().onto())) {
      return new Fact.Clashed(carry.conflicts(), carry.missing());
    }
    new Learning(sources.workbenches().of(project), sources.resolutions(), project.slug())
        .learn(carry.plan(), there.get());
    return new Fact.Resolved(there.get());
  }

  private Making making(Project project) throws Unreachable {
    return new Making(
        sources.repository(), project, sources.workbenches().of(project), sources.resolutions());
  }

  private Project project(Hotfix hotfix) throws Unreachable {
    return sources
        .projects()
        .bySlug(hotfix.project())
        .orElseThrow(() -> new Unreachable("The project of this hotfix is gone."));
  }

  private ReentrantLock lock(String project) {
    return locks.computeIfAbsent(project, _ -> new ReentrantLock());
  }
}
