package dev.suture.sentry;

import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Thrown;
import dev.suture.json.Fields;
import dev.suture.json.OnDemand;
import dev.suture.json.RecentObjects;
import dev.suture.json.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Exceptions and their stacks. Sentry has the cause before what it caused, and the call that threw
/// last; ours is the other way round in both.
final class StackTranslation {
  private static final int EXCEPTIONS = 50;
  private static final int FRAMES = 250;
  private static final int LOCALS = 20;
  private static final int PARTS = 10;
  private static final int CODE_LINES = 10;
  private static final int CODE_LINE = 512;

  /// Frames of all senders; their variables are read apart.
  private static final RecentObjects<Frame> RECENT =
      new RecentObjects<>(4096, "vars", StackTranslation::lasting);

  private StackTranslation() {}

  static List<Thrown> thrown(Fields event, String platform) {
    List<Fields> values = event.objects("exception");
    if (values.isEmpty()) {
      values = event.objects("sentry.interfaces.Exception");
    }
    List<Thrown> thrown = new ArrayList<>();
    for (Fields value : inOrder(values).reversed()) {
      if (thrown.size() < EXCEPTIONS) {
        thrown.add(thrown(value, event, platform, thrown.isEmpty()));
      }
    }
    return thrown.isEmpty() ? stackOfMessage(event, platform) : thrown;
  }

  /// The causes first. Where exceptions are numbered, as those of a group are, the number says it:
  /// the outermost is 0.
  private static List<Fields> inOrder(List<Fields> values) {
    Set<Integer> numbers = new HashSet<>();
    for (Fields value : values) {
      Value id = value.object("mechanism").value("exception_id");
      if (id == null || !id.isNumber() || !numbers.add(number(value))) {
        return values;
      }
    }
    return values.stream()
        .sorted(Comparator.comparingInt(StackTranslation::number).reversed())
        .toList();
  }

  private static int number(Fields value) {
    return value.object("mechanism").count("exception_id");
  }

  /// A message may come with the stack that it was written from: in a thread, or as old clients
  /// have it beside everything else.
  private static List<Thrown> stackOfMessage(Fields event, String platform) {
    List<Frame> frames = frames(event, platform);
    if (frames.isEmpty()) {
      frames = framesOfThread(event, event, platform);
    }
    String message = EventTranslation.message(event);
    return frames.isEmpty()
        ? List.of()
        : List.of(new Thrown("Message", message == null ? "" : message, true, null, frames));
  }

  private static Thrown thrown(Fields value, Fields event, String platform, boolean top) {
    Fields mechanism = value.object("mechanism");
    Boolean handled = mechanism.flag("handled");
    List<Frame> frames = frames(value, platform);
    if (frames.isEmpty() && top) {
      frames = framesOfThread(value, event, platform);
    }
    if (frames.isEmpty() && top) {
      frames = frames(event, platform);
    }
    return new Thrown(
        value.text("type", Fields.NAME, "Error"),
        message(value.value("value")),
        handled == null || handled,
        mechanism.text("type", Fields.NAME),
        frames);
  }

  /// The variables of the application's topmost call that has some, of the innermost exception that
  /// does. Browsers send none.
  static SortedMap<String, String> locals(Fields event, String platform) {
    SortedMap<String, String> locals = new TreeMap<>();
    if (platform.equals("javascript")) {
      return locals;
    }
    for (Fields value : inOrder(event.objects("exception"))) {
      List<Fields> frames = value.object("stacktrace").objects("frames");
      for (Fields frame : frames.reversed()) {
        if (frame.object("vars").isPresent() && !Boolean.FALSE.equals(frame.flag("in_app"))) {
          read(frame.object("vars"), frame.pairs("vars", LOCALS), locals);
          return locals;
        }
      }
    }
    return locals;
  }

  /// Of a variable with parts each part has a name of its own, so that it is scrubbed by it.
  private static void read(
      Fields vars, SortedMap<String, String> scalars, SortedMap<String, String> locals) {
    locals.putAll(scalars);
    for (String name : vars.names(LOCALS)) {
      vars.pairs(name, PARTS)
          .forEach((part, value) -> locals.putIfAbsent(name + "." + part, value));
    }
  }

  private static String message(@Nullable Value value) {
    String text = Fields.scalar(value, Fields.TEXT);
    if (text != null) {
      return text;
    }
    return value != null && value.isContainer() && !value.isEmpty()
        ? Fields.cut(value.toString(), Fields.TEXT)
        : "";
  }

  /// Mobile SDKs keep the stack beside the exception, in the thread that it happened in.
  private static List<Frame> framesOfThread(Fields value, Fields event, String platform) {
    String id = value.text("thread_id", Fields.NAME);
    List<Fields> threads = event.objects("threads");
    for (Fields thread : threads) {
      boolean named = id != null && id.equals(thread.text("id", Fields.NAME));
      boolean marked =
          id == null
              && (Boolean.TRUE.equals(thread.flag("crashed"))
                  || Boolean.TRUE.equals(thread.flag("current")));
      if (named || marked || threads.size() == 1) {
        return frames(thread, platform);
      }
    }
    return List.of();
  }

  private static List<Frame> frames(Fields holder, String platform) {
    Fields stack = holder.object("stacktrace");
    if (!stack.isPresent()) {
      stack = holder.object("raw_stacktrace");
    }
    List<Fields> sent = stack.objects("frames");
    int last = sent.size() - 1;
    return OnDemand.of(
        Math.min(sent.size(), FRAMES),
        place -> RECENT.of(sent.get(last - place), platform, one -> frame(one, platform)));
  }

  /// With its source at hand, not in the document that it came in.
  private static Frame lasting(Frame frame) {
    Frame.Code code = frame.code();
    return code == null
        ? frame
        : frame.withCode(new Frame.Code(code.first(), List.copyOf(code.lines())));
  }

  private static Frame frame(Fields frame, String platform) {
    String filename = frame.text("filename", Fields.TEXT);
    String path = frame.text("abs_path", Fields.TEXT);
    boolean script = platform.equals("javascript") || platform.equals("node");
    String file = script && path != null ? path : filename != null ? filename : path;
    String module = frame.text("module", Fields.TEXT);
    String shown = file == null ? "" : file;
    Boolean inApp = frame.flag("in_app");
    return new Frame(
        frame.text("function", 1024, ""),
        shown,
        frame.count("lineno"),
        frame.count("colno"),
        inApp != null ? inApp : InApp.judge(platform, module, shown),
        module,
        code(frame),
        null,
        null);
  }

  private static Frame.@Nullable Code code(Fields frame) {
    Value line = frame.value("context_line");
    int number = frame.count("lineno");
    if (line == null || !line.isString() || number == 0) {
      return null;
    }
    List<String> before = frame.texts("pre_context", Integer.MAX_VALUE, CODE_LINE);
    if (before.size() > CODE_LINES) {
      before = before.subList(before.size() - CODE_LINES, before.size());
    }
    if (before.size() >= number) {
      before = before.subList(before.size() - number + 1, before.size());
    }
    List<String> above = before;
    List<String> below = frame.texts("post_context", CODE_LINES, CODE_LINE);
    int at = above.size();
    return new Frame.Code(
        number - at,
        OnDemand.of(
            at + 1 + below.size(),
            place ->
                place < at
                    ? above.get(place)
                    : place > at
                        ? below.get(place - at - 1)
                        : Fields.cut(line.stringValue(), CODE_LINE)));
  }
}
