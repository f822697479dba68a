package dev.suture.issue.rules;

import dev.suture.event.Event;
import dev.suture.event.Thrown;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Fingerprint.Join;
import dev.suture.issue.Fingerprint.Use;
import dev.suture.issue.Grouper;
import dev.suture.issue.Grouping;
import dev.suture.issue.grouping.GroupingV2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Groups an event as its project and its sender want it: a rule of the project's decides, else the
/// sender's own fingerprint, else the version of the rule that is in use.
public final class RuledGrouping implements Grouper {
  private static final int MOST_PARTS = 20;

  private final LongFunction<Rules> rules;
  private final GroupingV2 version = new GroupingV2();
  private final @Nullable Grouping before;

  /// @param rules of a project
  /// @param before the version whose issues are still there, so that its hashes are looked up too;
  ///   null when there are none
  public RuledGrouping(LongFunction<Rules> rules, @Nullable Grouping before) {
    this.rules = rules;
    this.before = before;
  }

  @Override
  public Grouped group(Event event) {
    return group(event, rules.apply(event.project()));
  }

  /// As under these rules.
  public Grouped group(Event event, Rules wanted) {
    return group(Marking.of(event, wanted), event, wanted, new ArrayList<>());
  }

  /// Why an event belongs where it does, as under the rules that hold now.
  public Explanation explain(Event event) {
    Rules wanted = rules.apply(event.project());
    Marking marking = Marking.of(event, wanted);
    List<String> notes = new ArrayList<>(marking.notes());
    Grouped grouped = group(marking, event, wanted, notes);
    return Explanation.of(
        grouped, marking, version.considered(marking.counting(), marking.frames()), notes);
  }

  private Grouped group(Marking marking, Event event, Rules wanted, List<String> notes) {
    Fingerprint usual = version.fingerprint(marking.counting(), marking.frames());
    if (before != null) {
      List<Join> joins = new ArrayList<>(usual.joins());
      joins.add(new Join("version 1", before.fingerprint(event).hash(), Use.find, null));
      usual = usual.with(joins);
    }
    Event marked = marking.event();
    for (FingerprintRule rule : wanted.fingerprints()) {
      if (matches(rule, marked)) {
        Fingerprint wish = wish("rule", rule.fingerprint(), marked, usual);
        String title = rule.title() == null ? null : Variables.fill(rule.title(), marked);
        notes.add("rule of the fingerprint on line " + rule.line() + ": " + rule.text());
        return new Grouped(marked, wish.titled(title));
      }
    }
    List<String> sent = event.details().fingerprint();
    boolean own = sent.isEmpty() || (sent.size() == 1 && Variables.isDefault(sent.getFirst()));
    return new Grouped(marked, own ? usual : wish("sender", sent, marked, usual));
  }

  private static boolean matches(FingerprintRule rule, Event event) {
    List<Matcher> ofException = new ArrayList<>();
    List<Matcher> ofFrame = new ArrayList<>();
    for (Matcher matcher : rule.matchers()) {
      switch (matcher.subject().kind) {
        case exception -> ofException.add(matcher);
        case frame -> ofFrame.add(matcher);
        case event -> {
          if (!Look.atEvent(matcher, event)) {
            return false;
          }
        }
      }
    }
    boolean exception =
        ofException.isEmpty()
            || event.thrown().stream()
                .anyMatch(
                    thrown -> ofException.stream().allMatch(m -> Look.atException(m, thrown)));
    return exception
        && (ofFrame.isEmpty()
            || event.thrown().stream()
                .map(Thrown::frames)
                .flatMap(List::stream)
                .anyMatch(
                    frame ->
                        ofFrame.stream().allMatch(m -> Look.atFrame(m, frame, frame.inApp(), ""))));
  }

  /// The fingerprint that somebody asked for. With `{{ default }}` in it, what is usual is split
  /// further, and its joins with it.
  ///
  /// @param whose wish it is
  private static Fingerprint wish(
      String whose, List<String> parts, Event event, Fingerprint usual) {
    List<String> said = new ArrayList<>();
    boolean split = false;
    for (String part : parts.subList(0, Math.min(parts.size(), MOST_PARTS))) {
      if (Variables.isDefault(part)) {
        split = true;
        said.addAll(usual.parts());
      } else {
        said.add("fingerprint: " + Variables.fill(part, event));
      }
    }
    List<Join> joins = new ArrayList<>();
    if (split) {
      for (Join join : usual.joins()) {
        joins.add(
            new Join(
                join.variant(),
                hash(salted(parts, event, join.hash())),
                join.use(),
                join.unless() == null ? null : hash(salted(parts, event, join.unless()))));
      }
    }
    return new Fingerprint(
        usual.grouping() + " " + whose,
        hash(salted(parts, event, usual.hash())),
        List.copyOf(said),
        joins,
        null);
  }

  /// What is hashed for a wish, with a hash of the usual rule in place of `{{ default }}`.
  private static List<String> salted(List<String> parts, Event event, String usual) {
    List<String> salt = new ArrayList<>();
    for (String part : parts.subList(0, Math.min(parts.size(), MOST_PARTS))) {
      salt.add(
          Variables.isDefault(part) ? "default " + usual : "text " + Variables.fill(part, event));
    }
    return salt;
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
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
