package dev.suture.issue.grouping;

import dev.suture.event.Event;
import dev.suture.event.Thrown;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Fingerprint.Join;
import dev.suture.issue.Fingerprint.Use;
import dev.suture.issue.Grouping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Version 2: an issue is the types of an exception chain, and where its innermost exception was
/// thrown: the topmost frames of the application's own code, by file and function, the two topmost
/// with the text of their source line as well. Where the topmost frame says nothing the message
/// counts; where it has no source line, what the runtime says was missing.
///
/// Beside its own hash an event brings others of the same fault:
/// - the place in the built files, which a minified stack and the same stack mapped share;
/// - the names that the build gave the functions, which all browsers share;
/// - the frames without source lines, for senders that know no source;
/// - the wording alone, for minified stacks of one build and the next.
///
/// None of them joins two events that know better: a mapped event finds what unmapped ones kept and
/// the other way round, never its like.
public final class GroupingV2 implements Grouping {
  public static final int FRAMES = 4;
  private static final String VERSION = "2";
  private static final int LONGEST_CHAIN = 5;
  private static final Set<String> GENERAL_GO_ERRORS =
      Set.of(
          "*errors.errorString",
          "*fmt.wrapError",
          "*fmt.wrapErrors",
          "*errors.joinError",
          "*errors.withStack",
          "*errors.withMessage",
          "*errors.fundamental");
  private static final Set<String> OVERFLOWS =
      Set.of(
          "RangeError",
          "InternalError",
          "RecursionError",
          "SystemStackError",
          "StackOverflowError",
          "java.lang.StackOverflowError",
          "StackOverflowException",
          "System.StackOverflowException");

  private final Recent<Looked, Fingerprint> recent = new Recent<>(1 << 11);

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public Fingerprint fingerprint(Event event) {
    return fingerprint(event, FRAMES);
  }

  /// @param most how many frames count
  public Fingerprint fingerprint(Event event, int most) {
    if (!event.thrown().isEmpty()) {
      return exception(event, Math.clamp(most, 1, 50));
    }
    String part =
        event.report() != null
            ? "this report alone: " + event.id()
            : "message: " + WordingV2.pattern(event.message() == null ? "" : event.message());
    return new Fingerprint(version(), hash(List.of(part)), List.of(part));
  }

  /// Which frames count, and why the others do not; for people, nothing is hashed here.
  public List<ConsideredV2> considered(Event event, int most) {
    return event.thrown().isEmpty() ? List.of() : ConsideredV2.of(event, Math.clamp(most, 1, 50));
  }

  private Fingerprint exception(Event event, int most) {
    FamilyV2 family = FamilyV2.of(event.platform());
    List<Thrown> chain = event.thrown();
    Thrown innermost = chain.getLast();
    List<FrameV2> frames = StackV2.top(chain, family, most);
    boolean silent = frames.stream().noneMatch(FrameV2::telling);
    BuiltV2 built = family == FamilyV2.script ? BuiltV2.of(event) : null;
    String file = frames.isEmpty() ? "" : frames.getFirst().file();
    String wording = built != null || silent ? canonical(innermost, family) : "";
    Fault fault = new Fault(types(chain, family), file, wording, built);
    List<String> cycle =
        !silent && isOverflow(innermost) ? StackV2.cycle(chain, family) : List.of();
    String said = silent ? null : said(innermost, frames, family);
    return recent.of(
        new Looked(family, frames, silent, fault, cycle, said), GroupingV2::fingerprint);
  }

  /// All that decides the fingerprint of an exception; events of one fault look alike.
  ///
  /// @param silent whether no frame says anything
  /// @param cycle calls of a recursion without end
  /// @param said what of the message counts beside telling frames
  private record Looked(
      FamilyV2 family,
      List<FrameV2> frames,
      boolean silent,
      Fault fault,
      List<String> cycle,
      @Nullable String said) {}

  private static Fingerprint fingerprint(Looked at) {
    Fault fault = at.fault();
    List<FrameV2> frames = at.frames();
    List<Join> joins = new ArrayList<>();
    fault.joinByPlace(joins);
    BuiltV2 minified = minified(fault.built(), frames);
    if (at.silent()) {
      List<String> parts = fault.wordingParts();
      return minified == null ? of(parts, joins) : minified(fault, minified, parts, joins);
    }
    if (minified == null) {
      fault.joinByName(joins);
    }
    if (at.cycle().stream().anyMatch(call -> call.contains(", function "))) {
      return of(List.of("recursion without end through " + String.join("; ", at.cycle())), joins);
    }
    List<String> parts = new ArrayList<>();
    parts.add("exception: " + fault.types());
    for (int i = 0; i < frames.size(); i++) {
      parts.add((i == 0 ? "in " : "called from ") + frames.get(i).words());
    }
    if (at.said() != null) {
      parts.add(at.said());
    }
    if (minified != null) {
      return minified(fault, minified, parts, joins);
    }
    joinWithoutCode(fault.types(), frames, at.family(), joins);
    return of(parts, joins);
  }

  /// The names in the built file where they are all that the topmost frame says; else null.
  private static @Nullable BuiltV2 minified(@Nullable BuiltV2 built, List<FrameV2> frames) {
    boolean named = built != null && built.names() != null && !built.mapped();
    return named && !frames.isEmpty() && !frames.getFirst().telling() ? built : null;
  }

  /// What is known of an exception beside its frames.
  ///
  /// @param file of the topmost frame
  /// @param said the message in one wording
  private record Fault(String types, String file, String said, @Nullable BuiltV2 built) {
    void joinByPlace(List<Join> joins) {
      if (built != null && built.place() != null) {
        String place = hash(List.of("place", types, said, built.place()));
        joins.add(new Join("place", place, Use.both, null));
      }
    }

    void joinByName(List<Join> joins) {
      if (built != null && built.names() != null) {
        String own = names(built, built.mapped());
        joins.add(new Join("names", names(built, !built.mapped()), Use.find, own));
        joins.add(new Join("names", own, Use.keep, null));
      }
    }

    String names(BuiltV2 in, boolean mapped) {
      String side = mapped ? "names mapped" : "names unmapped";
      return hash(List.of(side, in.build(), types, said, String.valueOf(in.names())));
    }

    List<String> wordingParts() {
      List<String> parts = new ArrayList<>(List.of("exception: " + types));
      if (!file.isEmpty()) {
        parts.add("somewhere in " + file);
      }
      parts.add("message: " + said);
      return parts;
    }
  }

  /// A stack that begins with minified names: within its build told apart by them, and over builds
  /// joined by what else it says, which one fault of each build may claim.
  ///
  /// @param rest what holds for every build
  private static Fingerprint minified(
      Fault fault, BuiltV2 built, List<String> rest, List<Join> joins) {
    joins.add(new Join("names", fault.names(built, true), Use.find, null));
    String wording = hash(rest);
    String claim = hash(List.of("claim", wording, built.build()));
    joins.add(new Join("wording", wording, Use.both, claim));
    joins.add(new Join("claim", claim, Use.keep, null));
    String functions = String.valueOf(built.names()).strip().replace("\n", ", called from ");
    List<String> parts =
        List.of(
            "exception: " + fault.types(),
            "in " + fault.file() + " of build " + built.build(),
            "minified functions: " + functions,
            "message: " + fault.said());
    return new Fingerprint(VERSION, fault.names(built, false), parts).with(joins);
  }

  /// The frames without their lines, for events of senders that know the source and those of
  /// senders that do not to find each other.
  private static void joinWithoutCode(
      String types, List<FrameV2> frames, FamilyV2 family, List<Join> joins) {
    boolean lines = family != FamilyV2.jvm && family != FamilyV2.go && family != FamilyV2.dotnet;
    if (!lines || frames.isEmpty() || frames.getFirst().function().isEmpty()) {
      return;
    }
    boolean coded = frames.stream().anyMatch(frame -> !frame.code().isEmpty());
    List<String> bare = new ArrayList<>();
    bare.add(types);
    frames.forEach(frame -> bare.add(frame.withoutCode().words()));
    bare.addFirst("bare, from source");
    String withCode = hash(bare);
    bare.set(0, "bare, without source");
    String without = hash(bare);
    String own = coded ? withCode : without;
    joins.add(new Join("frames", coded ? without : withCode, Use.find, own));
    joins.add(new Join("frames", own, Use.keep, null));
  }

  private static Fingerprint of(List<String> parts, List<Join> joins) {
    return new Fingerprint(VERSION, hash(parts), List.copyOf(parts)).with(joins);
  }

  private static String types(List<Thrown> chain, FamilyV2 family) {
    StringBuilder types = new StringBuilder();
    String before = null;
    for (Thrown thrown : chain.subList(0, Math.min(chain.size(), LONGEST_CHAIN))) {
      String type = NameV2.type(FrameV2.bounded(thrown.type()), family);
      if (!type.equals(before)) {
        types.append(before == null ? "" : ", caused by ").append(type);
      }
      before = type;
    }
    return types.toString();
  }

  private static boolean isOverflow(Thrown thrown) {
    return OVERFLOWS.contains(thrown.type())
        && (thrown.type().contains("tack")
            || thrown.type().equals("RecursionError")
            || thrown.value().startsWith("Maximum call stack")
            || thrown.value().startsWith("too much recursion"));
  }

  /// What of the message counts beside telling frames; null for nothing.
  private static @Nullable String said(Thrown thrown, List<FrameV2> frames, FamilyV2 family) {
    FrameV2 top = frames.isEmpty() ? null : frames.getFirst();
    if (top == null || !top.telling()) {
      return "message: " + canonical(thrown, family);
    }
    if (family == FamilyV2.go && GENERAL_GO_ERRORS.contains(thrown.type())) {
      return "message: " + WordingV2.pattern(thrown.value());
    }
    String subject = top.code().isEmpty() ? SubjectV2.of(thrown.value(), family) : null;
    return subject == null ? null : "what went wrong: " + subject;
  }

  private static String canonical(Thrown thrown, FamilyV2 family) {
    String subject = SubjectV2.of(thrown.value(), family);
    return subject != null ? subject : WordingV2.pattern(thrown.value());
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) 2);
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
