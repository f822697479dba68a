package dev.suture.issue.rules;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import dev.suture.issue.grouping.GroupingV2;
import dev.suture.issue.rules.Matcher.Kind;
import dev.suture.json.OnDemand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The frames of an event after the rules have marked them.
///
/// @param event with its frames marked as the application's own code or not
/// @param counting the same without the frames that are not grouped by
/// @param most how many frames count; 0 for the usual
/// @param notes what the rules did, in words, each once
record Marking(Event event, Event counting, int most, List<String> notes) {

  static Marking of(Event event, Rules rules) {
    Event judged = judged(event);
    if (!rules.markFrames()) {
      return new Marking(judged, judged, 0, List.of());
    }
    List<Thrown> marked = new ArrayList<>();
    List<Thrown> counting = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int most = 0;
    for (Thrown thrown : judged.thrown()) {
      Stack stack = new Stack(judged, thrown, rules);
      stack.apply();
      List<Frame> frames = stack.marked();
      marked.add(thrown.withFrames(frames));
      counting.add(thrown.withFrames(stack.counting(frames)));
      stack.notes.stream().filter(note -> !notes.contains(note)).forEach(notes::add);
      most = stack.most > 0 ? stack.most : most;
    }
    return new Marking(judged.withThrown(marked), judged.withThrown(counting), most, notes);
  }

  /// How many frames count.
  int frames() {
    return most > 0 ? most : GroupingV2.FRAMES;
  }

  /// Browsers' SDKs call every frame the application's own; libraries are not.
  private static Event judged(Event event) {
    return Look.family(event.platform()).equals("javascript")
        ? event.withThrown(event.thrown().stream().map(Marking::judged).toList())
        : event;
  }

  private static Thrown judged(Thrown thrown) {
    List<Frame> frames = thrown.frames();
    return thrown.withFrames(
        OnDemand.of(
            frames.size(),
            place -> {
              Frame frame = frames.get(place);
              return isLibrary(frame) ? marked(frame, false) : frame;
            }));
  }

  private static boolean isLibrary(Frame frame) {
    return frame.inApp() && !InApp.judge("javascript", frame.module(), frame.file());
  }

  private static Frame marked(Frame frame, boolean inApp) {
    return frame.inApp() == inApp
        ? frame
        : new Frame(
            frame.function(),
            frame.file(),
            frame.line(),
            frame.column(),
            inApp,
            frame.module(),
            frame.code(),
            frame.built(),
            frame.unmapped());
  }

  /// One exception's frames while the rules go over them, in the order in which they are written.
  private static final class Stack {
    private final Event event;
    private final Thrown thrown;
    private final Rules rules;
    private final List<Frame> frames;
    private final boolean[] app;
    private final BitSet leftOut = new BitSet();
    private final String[] categories;
    private final List<String> notes = new ArrayList<>();
    private boolean inverted;
    private int least;
    private int most;

    Stack(Event event, Thrown thrown, Rules rules) {
      this.event = event;
      this.thrown = thrown;
      this.rules = rules;
      frames = thrown.frames();
      app = new boolean[frames.size()];
      categories = new String[frames.size()];
      Arrays.fill(categories, "");
      for (int i = 0; i < app.length; i++) {
        app[i] = own(frames.get(i), rules);
      }
    }

    /// By the longest prefix that a frame's module or path begins with; else as it was.
    private static boolean own(Frame frame, Rules rules) {
      int own = longest(frame, rules.own());
      int foreign = longest(frame, rules.foreign());
      return own == foreign ? frame.inApp() : own > foreign;
    }

    private static int longest(Frame frame, List<String> prefixes) {
      int longest = 0;
      for (String prefix : prefixes) {
        boolean begins =
            frame.file().startsWith(prefix)
                || (frame.module() != null && frame.module().startsWith(prefix));
        longest = begins ? Math.max(longest, prefix.length()) : longest;
      }
      return longest;
    }

    void apply() {
      for (StackRule rule : rules.stacks()) {
        boolean holds = true;
        for (Matcher matcher : rule.matchers()) {
          holds &=
              switch (matcher.subject().kind) {
                case event -> Look.atEvent(matcher, event);
                case exception -> Look.atException(matcher, thrown);
                case frame -> true;
              };
        }
        if (holds) {
          apply(rule);
        }
      }
    }

    private void apply(StackRule rule) {
      List<Matcher> ofFrame =
          rule.matchers().stream().filter(each -> each.subject().kind == Kind.frame).toList();
      boolean applied = false;
      for (int i = 0; i < frames.size(); i++) {
        boolean matches = sibling(rule.caller(), i + 1) && sibling(rule.callee(), i - 1);
        for (int m = 0; matches && m < ofFrame.size(); m++) {
          matches = Look.atFrame(ofFrame.get(m), frames.get(i), app[i], categories[i]);
        }
        if (matches) {
          applied = true;
          for (StackRule.Action action : rule.actions()) {
            act(action, i);
          }
        }
      }
      if (applied) {
        notes.add("rule of the stack on line " + rule.line() + ": " + rule.text());
      }
    }

    private boolean sibling(@Nullable Matcher matcher, int at) {
      return matcher == null
          || (at >= 0
              && at < frames.size()
              && Look.atFrame(matcher, frames.get(at), app[at], categories[at]));
    }

    /// The frames of the list begin with the one that threw: up is towards it.
    private void act(StackRule.Action action, int at) {
      switch (action) {
        case StackRule.Mark mark -> {
          int from =
              switch (mark.range()) {
                case here -> at;
                case up -> 0;
                case down -> at + 1;
              };
          int to =
              switch (mark.range()) {
                case here -> at + 1;
                case up -> at;
                case down -> frames.size();
              };
          switch (mark.which()) {
            case app -> Arrays.fill(app, from, Math.max(from, to), mark.set());
            case group -> leftOut.set(from, Math.max(from, to), !mark.set());
          }
        }
        case StackRule.Category category -> categories[at] = category.name();
        case StackRule.MaxFrames limit -> most = limit.most();
        case StackRule.MinFrames limit -> least = limit.least();
        case StackRule.Invert invert -> inverted = invert.on();
      }
    }

    List<Frame> marked() {
      List<Frame> marked = new ArrayList<>(frames.size());
      for (int i = 0; i < app.length; i++) {
        marked.add(Marking.marked(frames.get(i), app[i]));
      }
      return marked;
    }

    List<Frame> counting(List<Frame> marked) {
      List<Frame> counting = new ArrayList<>(marked.size());
      for (int i = 0; i < app.length; i++) {
        if (!leftOut.get(i)) {
          counting.add(marked.get(i));
        }
      }
      if (counting.size() < least) {
        return List.of();
      }
      if (inverted) {
        Collections.reverse(counting);
      }
      return counting;
    }
  }
}
