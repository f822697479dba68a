package dev.suture.cause;

import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.cause.chain.Cause;
import dev.suture.cause.chain.Causes;
import dev.suture.deploy.Deployment;
import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.LiveCommit;
import dev.suture.hotfix.Repository;
import dev.suture.issue.Issue;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts a failure bundle together from what the rooms keep. The same stored facts give the same
/// bundle, but for the counts of the last day.
public final class Bundles {
  private static final int BODY = 8192;
  private static final int CAUSES = 10;
  private static final int FRAMES = 12;
  private static final int FRAMES_WITH_CODE = 5;
  private static final int ENTRIES = 150;
  private static final int FACTS = 40;
  private static final int LOOK_BACK = 50;
  private static final String UNREADABLE =
      "Source at the live commit: the repository, or that commit in it, cannot be read; check the"
          + " repository's address and the newest deployment.";

  private final Evidence evidence;
  private final Origin origin;
  private final Causes causes;
  private final ShortestSteps shortest;
  private final OtherSessions others;
  private final Traces traces;
  private final InstantSource clock;

  /// @param clock what the last day is counted back from
  public Bundles(
      Evidence evidence,
      Origin origin,
      Causes causes,
      ShortestSteps shortest,
      InstantSource clock) {
    this.evidence = evidence;
    this.origin = origin;
    this.causes = causes;
    this.shortest = shortest;
    this.others = new OtherSessions(evidence);
    this.traces = new Traces(evidence);
    this.clock = clock;
  }

  /// What finds the causes that bundles tell.
  public Causes causes() {
    return causes;
  }

  /// Of an issue: its newest capture with that capture's event, else its newest event.
  public Optional<Bundle> ofIssue(String id) {
    return Subject.ofIssue(id, evidence, origin).map(this::assemble);
  }

  public Optional<Bundle> ofCapture(String id) {
    return Subject.ofCapture(id, evidence, origin).map(this::assemble);
  }

  private Bundle assemble(Subject subject) {
    Issue issue = subject.issue();
    Project project = subject.project();
    Event event = subject.event();
    Capture capture = subject.capture();
    List<String> cut = new ArrayList<>();
    Recording recording = capture == null ? null : evidence.recordings().of(capture);
    if (recording != null) {
      cut.addAll(recording.problems());
    }
    Deployment live = origin.deployments().live(project.slug(), "production").orElse(null);
    List<Hotfix> hotfixes = origin.hotfixes().ofIssue(issue.id());
    Thrown thrown = event.thrown().isEmpty() ? null : event.thrown().getFirst();
    List<Bundle.BundleFrame> frames =
        event.failing().map(failing -> frames(failing, project, cut)).orElse(List.of());
    Cause cause =
        causes.ofIssue(issue.id()).filter(each -> each.event().equals(event.id())).orElse(null);
    Facts facts = new Facts(subject, live, hotfixes, Vouched.of(subject, origin));
    Deployment before = before(project, live);
    List<Bundle.TimelineEntry> timeline = timeline(event, recording, cut);
    Exchange nearest = nearest(event, recording, cut);
    Afterwards after = new Afterwards(evidence, origin, project);
    Impact impact = Impact.of(issue, evidence.issues(), cause, clock.instant());
    VerdictPolicy policy = policy(project, live);
    HotfixScope scope =
        HotfixScope.of(
            new HotfixScope.Case(issue, live, before, cause, impact, policy),
            frames,
            after.fetch(recording, cause));
    return new Bundle(
        issue,
        event.id(),
        capture == null ? null : capture.id(),
        Verdict.of(new Verdict.Case(issue, live, before, lastHour(issue), cause, scope), policy),
        event.details().sender(),
        Wording.trust(facts),
        Wording.summary(facts),
        cause,
        thrown == null ? null : Bundle.Problem.of(thrown),
        event.thrown().stream().skip(1).limit(CAUSES).map(Bundle.Problem::of).toList(),
        frames,
        after.callers(event.failing().orElse(null)),
        event.details().contexts().getOrDefault(Event.Details.LOCALS, new TreeMap<>()),
        traces.of(subject, recording),
        nearest,
        timeline,
        environment(event, recording),
        event.release(),
        live,
        event.report(),
        capture == null ? List.of() : links(capture),
        hotfixes.stream().map(Bundle.HotfixNote::of).toList(),
        impact,
        scope,
        reproducing(subject, recording, timeline),
        others.compare(subject, recording),
        after.index(subject, recording, nearest, new LinkedHashSet<>(scope.files())),
        List.copyOf(cut),
        Wording.next(facts));
  }

  private Reproducing reproducing(
      Subject subject, @Nullable Recording recording, List<Bundle.TimelineEntry> timeline) {
    double failedAt = recording == null ? 0 : Timeline.failure(subject.event(), recording);
    Reproducing whole = Reproducing.of(recording, timeline, failedAt);
    return shortest.of(subject).map(whole::with).orElse(whole);
  }

  /// What ran in production before what is live, as another release.
  private @Nullable Deployment before(Project project, @Nullable Deployment live) {
    return live == null
        ? null
        : origin.deployments().all(project.slug(), LOOK_BACK).stream()
            .filter(
                each ->
                    each.environment().equals(live.environment())
                        && each.at().isBefore(live.at())
                        && !each.release().equals(live.release()))
            .findFirst()
            .orElse(null);
  }

  private long lastHour(Issue issue) {
    return evidence.issues().perHour(issue.id(), issue.lastSeen(), 2).stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private @Nullable VerdictPolicy policy(Project project, @Nullable Deployment live) {
    try {
      if (project.repository() == null || live == null || live.commit() == null) {
        return VerdictPolicy.USUAL;
      }
      String commit = origin.settled().resolve(project, live.commit()).orElse(null);
      String yaml =
          commit == null ? null : origin.settled().file(project, commit, Policy.FILE).orElse(null);
      return yaml == null ? VerdictPolicy.USUAL : VerdictPolicy.read(yaml);
    } catch (Repository.Unreachable unreachable) {
      return VerdictPolicy.USUAL;
    }
  }

  private List<Bundle.BundleFrame> frames(Thrown thrown, Project project, List<String> cut) {
    List<Frame> kept = thrown.frames().stream().limit(FRAMES).toList();
    if (thrown.frames().size() > FRAMES) {
      cut.add(
          (thrown.frames().size() - FRAMES)
              + " outer frames of the stack; the event has them all.");
    }
    LiveSource source = source(project, cut);
    List<Bundle.BundleFrame> frames = new ArrayList<>();
    int read = 0;
    int absent = 0;
    for (Frame frame : kept) {
      Bundle.BundleFrame beside = new Bundle.BundleFrame(frame, null, null, null);
      if (source != null && frame.inApp() && read < FRAMES_WITH_CODE) {
        try {
          beside = source.at(frame);
          read++;
          absent += beside.code() == null ? 1 : 0;
        } catch (Repository.Unreachable unreachable) {
          cut.add(UNREADABLE);
          source = null;
        }
      }
      frames.add(beside);
    }
    if (absent > 0) {
      cut.add(
          "Source of "
              + absent
              + " frames of the application: no single file at the live commit has their path and"
              + " line.");
    }
    return List.copyOf(frames);
  }

  private @Nullable LiveSource source(Project project, List<String> cut) {
    if (project.repository() == null) {
      cut.add("Source at the live commit: the project has no repository; set one.");
      return null;
    }
    try {
      String commit = LiveCommit.of(project, origin.deployments(), origin.settled()).commit();
      return new LiveSource(origin.settled(), project, commit);
    } catch (Repository.Unreachable unreachable) {
      cut.add(UNREADABLE);
      return null;
    }
  }

  private static @Nullable Exchange nearest(
      Event event, @Nullable Recording recording, List<String> cut) {
    if (recording == null) {
      return null;
    }
    return Timeline.nearest(recording.exchanges(), Timeline.failure(event, recording))
        .map(exchange -> bounded(exchange, cut))
        .orElse(null);
  }

  private static Exchange bounded(Exchange full, List<String> cut) {
    return new Exchange(
        full.id(),
        full.at(),
        full.ms(),
        full.method(),
        full.url(),
        full.status(),
        full.requestHeaders(),
        clip(full.requestBody(), "request", cut),
        full.responseHeaders(),
        clip(full.responseBody(), "response", cut),
        full.error(),
        full.initiator());
  }

  private static @Nullable String clip(@Nullable String body, String which, List<String> cut) {
    if (body == null || body.length() <= BODY) {
      return body;
    }
    cut.add(
        "The nearest exchange's "
            + which
            + " body: the first "
            + BODY
            + " of "
            + body.length()
            + " characters; the exchange can be read in full by its id.");
    return body.substring(0, BODY);
  }

  /// The entries nearest to the error, half as many behind it as before it at the most.
  private static List<Bundle.TimelineEntry> timeline(
      Event event, @Nullable Recording recording, List<String> cut) {
    List<Bundle.TimelineEntry> all =
        recording == null ? Timeline.ofBreadcrumbs(event) : Timeline.of(event, recording);
    if (all.size() <= ENTRIES) {
      return List.copyOf(all);
    }
    int before = (int) all.stream().filter(entry -> entry.ms() <= 0).count();
    int to = Math.min(all.size(), before + ENTRIES / 3);
    int from = Math.max(0, to - ENTRIES);
    cut.add(
        "Timeline: "
            + (all.size() - (to - from))
            + " of "
            + all.size()
            + " entries, the farthest from the error; the capture's parts have them.");
    return List.copyOf(all.subList(from, to));
  }

  private static SortedMap<String, String> environment(Event event, @Nullable Recording recording) {
    SortedMap<String, String> facts = new TreeMap<>();
    event.tags().entrySet().stream()
        .limit(FACTS)
        .forEach(tag -> facts.put("tag." + tag.getKey(), tag.getValue()));
    put(facts, "environment", event.environment());
    put(facts, "transaction", event.transaction());
    put(facts, "message", event.message());
    if (event.request() != null) {
      put(facts, "method", event.request().method());
      put(facts, "url", event.request().url());
      put(facts, "userAgent", event.request().headers().get("User-Agent"));
    }
    if (recording != null) {
      facts.putAll(recording.page());
    }
    return facts;
  }

  private static void put(SortedMap<String, String> facts, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.put(name, value);
    }
  }

  private static List<Bundle.PartLink> links(Capture capture) {
    return capture.parts().stream()
        .map(
            part ->
                new Bundle.PartLink(
                    part.name(),
                    part.bytes(),
                    "/api/v1/captures/"
                        + capture.id()
                        + "/parts/"
                        + URLEncoder.encode(part.name(), StandardCharsets.UTF_8)
                            .replace("+", "%20")))
        .toList();
  }
}
