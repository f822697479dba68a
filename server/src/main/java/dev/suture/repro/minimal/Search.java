package dev.suture.repro.minimal;

import dev.suture.capture.Exchange;
import dev.suture.project.Project;
import dev.suture.repro.Proof;
import dev.suture.repro.ReproVerdict;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction.Channel;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Slack;
import dev.suture.repro.Reproduction.Step;
import dev.suture.repro.Rig;
import dev.suture.repro.Trial;
import dev.suture.repro.Trial.Used;
import dev.suture.repro.minimal.Minimal.Kept;
import dev.suture.repro.minimal.Shrinking.Spent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// One search for the shortest reproduction: steps first, then the answers that they ask for.
///
/// What the page never asked for goes without a run. A step goes together with what only it asked
/// for: nothing waits for that any more. The first step that is kept opens a page.
final class Search {
  /// What a search may take.
  ///
  /// @param runs at most
  record Budget(int runs, Duration time) {
    static final Budget USUAL = new Budget(300, Duration.ofMinutes(15));
  }

  private static final Rig.Wish ONCE = new Rig.Wish(1, false);

  /// A target that is gone because a step before it is.
  private static final int FIND_MS = 900;

  private static final int MOST_BEGINNINGS = 3;

  /// What is made shorter, and where.
  record Subject(Rig rig, Project project, Played play) {}

  private final Rig rig;
  private final Project project;
  private final Played play;
  private final InstantSource clock;
  private final Budget budget;
  private final Consumer<Minimal> progress;
  private Minimal now;
  private BitSet steps = new BitSet();
  private Map<String, Integer> asked = Map.of();
  private Set<Integer> channels = Set.of();
  private List<Integer> locators = List.of();
  private int runs;
  private long begun;

  /// @param from a search that has just begun, or that was cut off
  /// @param progress told of every part that is shorter
  Search(
      Subject subject,
      Budget budget,
      InstantSource clock,
      Consumer<Minimal> progress,
      Minimal from) {
    this.rig = subject.rig();
    this.project = subject.project();
    this.play = subject.play();
    this.clock = clock;
    this.budget = budget;
    this.progress = progress;
    this.now = from;
  }

  /// @return done or stopped
  Minimal find() throws InterruptedException {
    begun = clock.millis();
    runs = now.runs();
    ReproVerdict verdict = whole();
    stopped();
    if (!(verdict instanceof Reproduced)) {
      return now.stopped(
          "The whole reproduction does not show the failure at the commit that is live, and only"
              + " what shows it can be made shorter: "
              + Proof.words(verdict));
    }
    boolean whole = beginning();
    Shrinking.Result shorter = Shrinking.of(steps, first(), this::without);
    Needs needs = needs();
    Played left = some(steps, answered(asked.keySet()), open(channels), Set.of());
    Trial again = rig.trial(project, left, now.commit(), Rig.Wish.QUICK);
    stopped();
    runs += again.runs().size();
    if (!(again.verdict() instanceof Reproduced)) {
      return now.stopped(
          "What is left does not show the failure every time: " + Proof.words(again.verdict()));
    }
    return now.done(kept(needs.exchanges()), runs, whole && shorter.whole() && needs.whole());
  }

  /// Begins from what an earlier search had found by the time that it was cut off.
  private ReproVerdict whole() {
    BitSet all = new BitSet();
    all.set(0, play.steps().size());
    BitSet earlier = new BitSet();
    now.kept().steps().stream().filter(at -> at < all.length()).forEach(earlier::set);
    Trial trial = rig.trial(project, play, now.commit(), Rig.Wish.QUICK);
    runs += trial.runs().size();
    if (trial.verdict() instanceof Reproduced && trial.used() != null) {
      accept(all, trial.used());
      if (!earlier.isEmpty()) {
        tried(earlier);
      }
    }
    return trial.verdict();
  }

  /// Begins at a later page where that is enough.
  private boolean beginning() throws InterruptedException {
    List<Integer> pages = new ArrayList<>();
    for (int at = steps.length() - 1; at > 0 && pages.size() < MOST_BEGINNINGS; at--) {
      Step step = play.steps().get(at);
      if (steps.get(at) && step.kind().equals("navigate") && at > steps.nextSetBit(0)) {
        pages.add(at);
      }
    }
    for (int page : pages) {
      BitSet part = (BitSet) steps.clone();
      part.clear(0, page);
      try {
        if (without(part)) {
          return true;
        }
      } catch (Spent spent) {
        return false;
      }
    }
    return true;
  }

  private BitSet first() {
    BitSet first = new BitSet();
    first.set(steps.nextSetBit(0));
    return first;
  }

  private boolean without(BitSet part) throws Spent, InterruptedException {
    spend();
    return tried(part);
  }

  private static void stopped() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the server is stopping");
    }
  }

  private void spend() throws Spent, InterruptedException {
    stopped();
    if (runs >= budget.runs() || clock.millis() - begun > budget.time().toMillis()) {
      throw new Spent();
    }
  }

  private boolean tried(BitSet part) {
    Set<String> idle = new HashSet<>();
    for (Exchange exchange : play.exchanges()) {
      Integer step = asked.get(exchange.id());
      if (step == null || !part.get(step)) {
        idle.add(exchange.id());
      }
    }
    Played shorter = some(part, play.exchanges(), play.channels(), idle);
    Trial trial = rig.trial(project, shorter, now.commit(), ONCE);
    runs += trial.runs().size();
    boolean shown = trial.verdict() instanceof Reproduced;
    if (shown && trial.used() != null) {
      accept(part, trial.used());
      now = now.with(kept(List.of()), runs);
      progress.accept(now);
    }
    return shown;
  }

  /// @param idle exchanges that nothing waits for
  private Played some(BitSet part, List<Exchange> answers, List<Channel> open, Set<String> idle) {
    List<Step> left = part.stream().mapToObj(play.steps()::get).toList();
    return play.part(left, answers, open, new Slack(idle, play.slack().end(), FIND_MS));
  }

  private List<Exchange> answered(Set<String> ids) {
    return play.exchanges().stream().filter(each -> ids.contains(each.id())).toList();
  }

  private List<Channel> open(Set<Integer> some) {
    List<Channel> open = new ArrayList<>();
    for (int i = 0; i < play.channels().size(); i++) {
      if (some.contains(i)) {
        open.add(play.channels().get(i));
      }
    }
    return open;
  }

  /// A run counts its own steps; here they are those of the whole.
  private void accept(BitSet part, Used used) {
    int[] places = part.stream().toArray();
    Map<String, Integer> by = new LinkedHashMap<>();
    used.exchanges()
        .forEach((id, done) -> by.put(id, places[Math.clamp(done, 0, places.length - 1)]));
    steps = part;
    asked = by;
    channels = used.channels();
    locators = used.locators();
  }

  private record Needs(List<String> exchanges, boolean whole) {}

  /// Which answers the failure does not come without.
  private Needs needs() throws InterruptedException {
    List<Exchange> answers = answered(asked.keySet());
    BitSet all = new BitSet();
    all.set(0, answers.size());
    if (all.isEmpty()) {
      return new Needs(List.of(), true);
    }
    Shrinking.Result needed = Shrinking.of(all, new BitSet(), some -> holdsWith(answers, some));
    return new Needs(
        needed.kept().stream().mapToObj(i -> answers.get(i).id()).toList(), needed.whole());
  }

  private boolean holdsWith(List<Exchange> answers, BitSet some)
      throws Spent, InterruptedException {
    spend();
    List<Exchange> left = some.stream().mapToObj(answers::get).toList();
    Played less = some(steps, left, open(channels), Set.of());
    Trial trial = rig.trial(project, less, now.commit(), ONCE);
    runs += trial.runs().size();
    return trial.verdict() instanceof Reproduced;
  }

  private Kept kept(List<String> needed) {
    return new Kept(
        steps.stream().boxed().toList(),
        answered(asked.keySet()).stream().map(Exchange::id).toList(),
        channels.stream().sorted().toList(),
        needed,
        locators);
  }
}
