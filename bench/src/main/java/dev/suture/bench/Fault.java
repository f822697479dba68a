package dev.suture.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// One fault of the fleet: its platform, its type and the stack that leads to it. Events of it
/// differ in what they say and in how much of the outer stack their clients send.
final class Fault {
  /// The built script of the browsers' shop, whose map is uploaded under the debug id.
  static final String SCRIPT = "https://shop.example/assets/index-DiwrgTda.js";

  static final String DEBUG_ID = "9ec79c33-ec99-42ab-8353-589fcb2e04dc";

  /// How many lines of the built script have positions, and how long they are about.
  static final int MAPPED_LINES = 800;

  private static final int MODULES = 12;
  private static final int MOST_FRAMES = 90;

  /// The frames nearest to a fault are its own; what is further out is the frameworks' that all
  /// faults of a platform share.
  private static final int OWN_FRAMES = 8;

  private static final Map<Platform, List<String>> OUTER = outer();

  private final Platform platform;
  private final String type;
  private final List<String> modules = new ArrayList<>();
  private final List<String> frames = new ArrayList<>();

  private enum Platform {
    javascript,
    java,
    python,
    node
  }

  Fault(long number) {
    Random shape = new Random(number * 31 + 7);
    platform = Platform.values()[shape.nextInt(4)];
    for (int i = 0; i < MODULES; i++) {
      modules.add("shop." + Wording.word(shape) + "." + Wording.name(shape));
    }
    type = Wording.name(shape) + "Error" + number % 1_000;
    for (int i = 0; i < MOST_FRAMES; i++) {
      frames.add(
          i < OWN_FRAMES
              ? frame(shape, i)
              : Objects.requireNonNull(OUTER.get(platform)).get((int) (i + number % 5)));
    }
  }

  String platform() {
    return platform.name();
  }

  String module(int index) {
    return modules.get(index);
  }

  private static Map<Platform, List<String>> outer() {
    Map<Platform, List<String>> outer = new EnumMap<>(Platform.class);
    for (Platform platform : Platform.values()) {
      Fault framework = new Fault(platform, new Random(platform.ordinal()));
      outer.put(platform, framework.frames);
    }
    return outer;
  }

  /// What lies outside of every fault of a platform.
  private Fault(Platform platform, Random shape) {
    this.platform = platform;
    this.type = "";
    for (int i = 0; i < MODULES; i++) {
      modules.add("frame." + Wording.word(shape) + "." + Wording.name(shape));
    }
    for (int i = 0; i < MOST_FRAMES + 5; i++) {
      frames.add(frame(shape, i));
    }
  }

  private String frame(Random shape, int index) {
    String module = modules.get(shape.nextInt(MODULES));
    String function = Wording.word(shape) + Wording.name(shape);
    int line = 1 + shape.nextInt(900);
    return switch (platform) {
      case javascript ->
          "{\"filename\":\""
              + SCRIPT
              + "\",\"function\":\""
              + (char) ('a' + shape.nextInt(26))
              + "\",\"lineno\":"
              + (1 + shape.nextInt(MAPPED_LINES))
              + ",\"colno\":"
              + (1 + shape.nextInt(300))
              + ",\"in_app\":true}";
      case java ->
          "{\"module\":\"dev."
              + module
              + "\",\"function\":\""
              + function
              + "\",\"filename\":\""
              + module.substring(module.lastIndexOf('.') + 1)
              + ".java\",\"lineno\":"
              + line
              + ",\"in_app\":"
              + (index % 3 != 1)
              + "}";
      case python, node -> withSource(module, function, line, shape);
    };
  }

  private String withSource(String module, String function, int line, Random shape) {
    String file = module.replace('.', '/') + (platform == Platform.python ? ".py" : ".js");
    return "{\"module\":\""
        + module
        + "\",\"function\":\""
        + function
        + "\",\"filename\":\""
        + file
        + "\",\"abs_path\":\"/srv/app/"
        + file
        + "\",\"lineno\":"
        + (line + 5)
        + ",\"pre_context\":["
        + lines(shape)
        + "],\"context_line\":\""
        + Wording.source(shape)
        + "\",\"post_context\":["
        + lines(shape)
        + "],\"in_app\":true,\"vars\":{\""
        + Wording.word(shape)
        + "\":\"<"
        + Wording.name(shape)
        + " at 0x7f"
        + Wording.hex(shape, 8)
        + ">\"}}";
  }

  private static String lines(Random shape) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      lines.add("\"" + Wording.source(shape) + "\"");
    }
    return String.join(",", lines);
  }

  void debugFiles(StringBuilder json) {
    if (platform == Platform.javascript) {
      json.append(",\"debug_meta\":{\"images\":[{\"type\":\"sourcemap\",\"code_file\":\"");
      json.append(SCRIPT).append("\",\"debug_id\":\"").append(DEBUG_ID).append("\"}]}");
    }
  }

  /// The exception, its stack about so long: at least the four frames nearest to the fault.
  void exception(StringBuilder json, Random random, int bytes) {
    json.append(",\"exception\":{\"values\":[{\"type\":\"").append(type).append("\",\"value\":\"");
    json.append(Wording.sentence(random, 8));
    json.append("\",\"mechanism\":{\"type\":\"generic\",\"handled\":false},");
    json.append("\"stacktrace\":{\"frames\":[");
    int outermost = 3;
    int length = 0;
    while (outermost + 1 < frames.size() && length < bytes) {
      length += frames.get(outermost++).length();
    }
    for (int i = outermost; i >= 0; i--) {
      json.append(frames.get(i)).append(i == 0 ? "" : ",");
    }
    json.append("]}}]}");
  }
}
