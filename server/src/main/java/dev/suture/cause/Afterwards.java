package dev.suture.cause;

import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.cause.chain.Cause;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import dev.suture.hotfix.LiveCommit;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.SourcePath;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of a bundle that is made after its cause is known: who calls the failing frame, where a
/// value was asked for, and what else can be read.
final class Afterwards {
  private static final int CALLERS = 2;
  private static final int DEEPEST = 100;
  private static final int SOURCES = 4;
  private static final int PLACES = 20;
  private static final int STACK = 4000;
  private static final Exhibits.Window AROUND = new Exhibits.Window(-30_000, 5_000);

  /// A place in a stack of any browser: a file, a line and a column.
  private static final Pattern PLACE =
      Pattern.compile("([^\\s()@:]{1,300}\\.[a-zA-Z]{1,8})(?:\\?[^\\s():]{0,200})?:(\\d{1,7}):\\d");

  private final Evidence evidence;
  private final Origin origin;
  private final Project project;
  private final @Nullable LiveSource source;
  private final @Nullable String commit;

  Afterwards(Evidence evidence, Origin origin, Project project) {
    this.evidence = evidence;
    this.origin = origin;
    this.project = project;
    String live = null;
    try {
      if (project.repository() != null) {
        live = LiveCommit.of(project, origin.deployments(), origin.settled()).commit();
      }
    } catch (Repository.Unreachable unreachable) {
      live = null; // The bundle names this already, beside its frames.
    }
    this.commit = live;
    this.source = live == null ? null : new LiveSource(origin.settled(), project, live);
  }

  /// The two calls of the application's own that led to the failing one, the nearest first.
  List<Bundle.Caller> callers(@Nullable Thrown thrown) {
    List<Bundle.Caller> callers = new ArrayList<>();
    if (thrown == null) {
      return callers;
    }
    boolean failing = false;
    int folded = 0;
    for (Frame frame : thrown.frames().stream().limit(DEEPEST).toList()) {
      if (!frame.inApp()) {
        folded += failing ? 1 : 0;
      } else if (!failing) {
        failing = true;
      } else if (callers.size() < CALLERS) {
        callers.add(new Bundle.Caller(folded, beside(frame)));
        folded = 0;
      }
    }
    return List.copyOf(callers);
  }

  private Bundle.BundleFrame beside(Frame frame) {
    try {
      return source == null ? new Bundle.BundleFrame(frame, null, null, null) : source.at(frame);
    } catch (Repository.Unreachable unreachable) {
      return new Bundle.BundleFrame(frame, null, null, null);
    }
  }

  /// Where the answer that held the bad value was asked for, by the stack that the recorder took
  /// then; null when no place of it is a line of one file at the live commit.
  HotfixScope.@Nullable Guard fetch(@Nullable Recording recording, @Nullable Cause cause) {
    Cause.Answered answered = cause == null ? null : cause.exchange();
    if (recording == null || answered == null || commit == null) {
      return null;
    }
    String stack =
        recording.exchanges().stream()
            .filter(each -> each.id().equals(answered.id()))
            .map(Exchange::initiator)
            .flatMap(Stream::ofNullable)
            .map(each -> each.length() <= STACK ? each : each.substring(0, STACK))
            .findFirst()
            .orElse("");
    try {
      List<String> files = origin.settled().files(project, commit);
      for (Place place : places(stack)) {
        String path = SourcePath.find(files, place.file()).orElse(null);
        if (path != null && isLine(path, place.line())) {
          return new HotfixScope.Guard(HotfixScope.End.fetch, path, place.line());
        }
      }
      return null;
    } catch (Repository.Unreachable unreachable) {
      return null;
    }
  }

  /// The places that a stack of any browser names, the innermost first.
  static List<Place> places(String stack) {
    return PLACE
        .matcher(stack)
        .results()
        .limit(PLACES)
        .map(found -> new Place(found.group(1), Integer.parseInt(found.group(2))))
        .toList();
  }

  /// @param file as the stack names it
  record Place(String file, int line) {}

  private boolean isLine(String path, int line) throws Repository.Unreachable {
    return commit != null
        && origin
            .settled()
            .file(project, commit, path)
            .filter(text -> line > 0 && line <= text.lines().count())
            .isPresent();
  }

  /// What can be read in full, with its size.
  List<Bundle.Piece> index(
      Subject subject,
      @Nullable Recording recording,
      @Nullable Exchange nearest,
      SequencedSet<String> paths) {
    List<Bundle.Piece> pieces = new ArrayList<>();
    Capture capture = subject.capture();
    String id = capture == null ? subject.issue().id() : capture.id();
    if (capture != null && recording != null) {
      Exhibits exhibits = new Exhibits(evidence, origin);
      if (nearest != null) {
        int tokens = exhibits.exchange(capture, nearest.id()).map(Briefing::tokens).orElse(0);
        pieces.add(piece(capture.id(), "exchange", nearest.id(), tokens));
      }
      add(id, "exchanges", exhibits.exchanges(subject, capture), pieces);
      add(id, "console", exhibits.console(subject, capture, AROUND), pieces);
      add(id, "actions", exhibits.actions(subject, capture, AROUND), pieces);
      if (capture.part("replay.json").isPresent()) {
        pieces.add(piece(capture.id(), "replay", null, null));
      }
      if (capture.screenshot().isPresent()) {
        pieces.add(piece(capture.id(), "screenshot", null, null));
      }
    }
    for (String path : new LinkedHashSet<>(paths).stream().limit(SOURCES).toList()) {
      try {
        if (commit != null) {
          origin
              .settled()
              .file(project, commit, path)
              .ifPresent(text -> pieces.add(piece(id, "source", path, Briefing.tokens(text))));
        }
      } catch (Repository.Unreachable unreachable) {
        return List.copyOf(pieces);
      }
    }
    return List.copyOf(pieces);
  }

  private static void add(String id, String kind, List<String> lines, List<Bundle.Piece> pieces) {
    if (!lines.isEmpty()) {
      pieces.add(piece(id, kind, null, Briefing.tokens(String.join("\n", lines))));
    }
  }

  private static Bundle.Piece piece(
      String id, String kind, @Nullable String ref, @Nullable Integer tokens) {
    return new Bundle.Piece(kind, ref, tokens, new Address(id, kind, ref).uri());
  }
}
