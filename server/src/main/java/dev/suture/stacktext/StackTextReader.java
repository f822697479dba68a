package dev.suture.stacktext;

import dev.suture.event.StackText;
import dev.suture.event.Thrown;
import java.util.List;

/// Hands a text to the reader of its platform, and finds out the platform where it is not known.
public final class StackTextReader implements StackText {
  private static final int LINES_LOOKED_AT = 60;

  @Override
  public List<Thrown> parse(String platform, String text) {
    Lines lines = new Lines(text);
    return switch (platform) {
      case "java" -> new JavaStack(platform).read(lines);
      case "python" -> new PythonStack().read(lines);
      case "javascript", "node" -> new JavaScriptStack(platform).read(lines);
      case "go" -> new GoStack().read(lines);
      case "csharp" -> new DotnetStack().read(lines);
      case "ruby" -> new RubyStack().read(lines);
      case "php" ->
          text.contains("Stack trace:") || text.startsWith("#0 ")
              ? new PhpStack().read(lines)
              : new JavaStack(platform).read(lines);
      default -> guessed(text);
    };
  }

  private List<Thrown> guessed(String text) {
    Lines lines = new Lines(text);
    for (int i = 0; i < LINES_LOOKED_AT && lines.more(); i++) {
      String platform = platform(lines.next());
      if (!platform.isEmpty()) {
        return parse(platform, text);
      }
    }
    return List.of();
  }

  /// The platform that prints such a line; empty when it could be any.
  private static String platform(String line) {
    String body = line.strip();
    if (body.startsWith("Traceback (most recent call last)") || body.startsWith("File \"")) {
      return "python";
    }
    if (body.startsWith("goroutine ") && body.endsWith(":")) {
      return "go";
    }
    if (body.equals("Stack trace:") || body.startsWith("#0 ")) {
      return "php";
    }
    if (body.contains(":in `") || body.contains(":in '")) {
      return "ruby";
    }
    if (JavaScriptStack.frame(body, "javascript") != null) {
      return "javascript";
    }
    if (!body.startsWith("at ") || !body.contains("(")) {
      return "";
    }
    return body.contains(":line ") || body.endsWith("()") || !body.endsWith(")")
        ? "csharp"
        : jvm(body);
  }

  private static String jvm(String body) {
    String source = body.substring(body.lastIndexOf('(') + 1);
    boolean java =
        source.equals("Native Method)") || source.equals("Unknown Source)") || source.contains(".");
    return java ? "java" : "csharp";
  }
}
