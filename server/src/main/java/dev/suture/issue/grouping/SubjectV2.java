package dev.suture.issue.grouping;

import org.jspecify.annotations.Nullable;

/// What a runtime's own message says went wrong, in words of ours: the same for every browser,
/// runtime and version of one. Null where the message is none that a runtime writes.
final class SubjectV2 {
  private static final int LONGEST = 500;

  private SubjectV2() {}

  static @Nullable String of(String message, FamilyV2 family) {
    String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    return switch (family) {
      case script -> ofScript(text);
      case jvm -> ofJvm(text);
      case ruby -> ofRuby(text);
      case php -> ofPhp(text);
      case python -> ofPython(text);
      case dotnet, go -> null;
      case other -> {
        String script = ofScript(text);
        yield script != null ? script : ofJvm(text);
      }
    };
  }

  private static @Nullable String ofScript(String text) {
    String property = text.contains("(evaluating 'Object.") ? null : nullishProperty(text);
    if (property != null) {
      return "property " + property + " of nothing";
    }
    String variable = unknownVariable(text);
    if (variable != null) {
      return "unknown variable " + variable;
    }
    String wording = BrowserWordsV2.of(text);
    if (wording != null) {
      return wording;
    }
    int call = text.indexOf(" is not a function");
    if (call > 0) {
      return "call of " + unmangled(lastName(text.substring(0, call))) + ", which is no function";
    }
    int construct = text.indexOf(" is not a constructor");
    if (construct > 0) {
      String name = unmangled(lastName(text.substring(0, construct)));
      return "new " + name + ", which is no constructor";
    }
    return null;
  }

  /// The property that was read or set on undefined or null.
  private static @Nullable String nullishProperty(String text) {
    if (text.startsWith("Cannot read propert") || text.startsWith("Cannot set propert")) {
      return key(quoted(text, '\''));
    }
    String firefox = "can't access property ";
    if (text.startsWith(firefox)) {
      if (text.startsWith("Symbol.iterator", firefox.length())) {
        return null;
      }
      String named = text.charAt(firefox.length()) == '"' ? quoted(text, '"') : null;
      return named == null ? "<computed>" : key(named);
    }
    int evaluating = text.indexOf(" is not an object (evaluating '");
    if (evaluating < 0) {
      return null;
    }
    int from = evaluating + " is not an object (evaluating '".length();
    int to = text.lastIndexOf('\'');
    String expression = before(text.substring(from, Math.max(from, to)), " = ").strip();
    return expression.endsWith("]") ? "<computed>" : key(lastName(withoutCall(expression)));
  }

  private static @Nullable String key(@Nullable String name) {
    boolean number = name != null && !name.isEmpty() && name.chars().allMatch(Character::isDigit);
    return number ? "<computed>" : name;
  }

  /// `a.b` of `a.b(c.d)`.
  private static String withoutCall(String expression) {
    if (!expression.endsWith(")")) {
      return expression;
    }
    int depth = 0;
    for (int i = expression.length() - 1; i >= 0; i--) {
      char c = expression.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth == 0) {
        return expression.substring(0, i);
      }
    }
    return expression;
  }

  private static @Nullable String unknownVariable(String text) {
    String safari = "Can't find variable: ";
    if (text.startsWith(safari)) {
      return text.substring(safari.length()).strip();
    }
    String others = " is not defined";
    return text.endsWith(others) && text.indexOf(' ') == text.length() - others.length()
        ? text.substring(0, text.length() - others.length())
        : null;
  }

  private static String unmangled(String name) {
    return name.length() <= 2 ? "something" : name;
  }

  private static @Nullable String ofJvm(String text) {
    if (text.startsWith("Cannot ") && text.contains("because ")) {
      String what = quoted(text, '"');
      return what == null ? before(text, "because ").strip() : "nothing where " + what + " is used";
    }
    int cast = text.indexOf(" cannot be cast to ");
    if (cast > 0) {
      String from = lastWord(text.substring(0, cast));
      String to = text.substring(cast + " cannot be cast to ".length());
      to = to.startsWith("class ") ? to.substring(6) : to;
      return NameV2.jvmClass(from) + " is no " + NameV2.jvmClass(before(before(to, " "), ";"));
    }
    return null;
  }

  private static @Nullable String ofRuby(String text) {
    boolean method = text.startsWith("undefined method ");
    boolean variable = text.startsWith("undefined local variable or method ");
    if (!method && !variable) {
      return null;
    }
    int from = Math.max(text.indexOf('`'), -1);
    from = from < 0 ? text.indexOf('\'') : from;
    int to = from < 0 ? -1 : text.indexOf('\'', from + 1);
    boolean nothing = text.contains("for nil");
    return to < 0 ? null : text.substring(from + 1, to) + (nothing ? " of nothing" : " unknown");
  }

  private static @Nullable String ofPhp(String text) {
    String call = "Call to a member function ";
    int at = text.indexOf(call);
    if (at >= 0) {
      return "call of " + before(text.substring(at + call.length()), "(") + " on nothing";
    }
    for (String mark :
        new String[] {"Undefined variable", "Undefined index", "Undefined array key"}) {
      int found = text.indexOf(mark);
      if (found >= 0) {
        String name = text.substring(found + mark.length()).replace("\"", "").replace("$", "");
        name = name.startsWith(":") ? name.substring(1) : name;
        String what = mark.endsWith("variable") ? "variable " : "key ";
        String clean = before(name.strip(), " ");
        return "unknown "
            + what
            + (clean.chars().allMatch(Character::isDigit) ? "<number>" : clean);
      }
    }
    return null;
  }

  private static @Nullable String ofPython(String text) {
    String mark = " object has no attribute ";
    int at = text.indexOf(mark);
    String name = at < 0 ? null : quoted(text.substring(at), '\'');
    return name == null ? null : "attribute " + name + " of " + text.substring(0, at);
  }

  private static @Nullable String quoted(String text, char quote) {
    int from = text.indexOf(quote);
    int to = text.indexOf(quote, from + 1);
    return from >= 0 && to > from ? text.substring(from + 1, to) : null;
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  /// The last name of an expression: `price` of `cart.items[0].price`.
  private static String lastName(String expression) {
    int end = expression.length();
    while (end > 0 && !isNamePart(expression.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && isNamePart(expression.charAt(start - 1))) {
      start--;
    }
    return expression.substring(start, end);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
