package dev.suture.sourcemap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the name of the function that a position of a JavaScript or TypeScript source lies in, by
/// reading the source's tokens up to there.
///
/// It is no parser: it knows brackets, function heads, arrows, methods, classes, and what a name is
/// assigned to. Where the brackets do not add up it says that it does not know.
final class EnclosingFunction {
  static final String ANONYMOUS = "<anonymous>";

  private static final int LOOK_BACK = 10;
  private static final int LONGEST_SOURCE = 256 << 10;
  private static final Set<String> BLOCK_HEADS =
      Set.of("if", "for", "while", "switch", "catch", "with", "await");
  private static final Set<String> DECLARATIONS = Set.of("const", "let", "var");
  private static final Set<String> STATEMENTS =
      Set.of("const", "let", "var", "function", "class", "export", "import", "return", "if", "for");

  /// An open bracket, or an arrow whose body is an expression.
  ///
  /// @param bracket the opening character, or `>` for an arrow
  /// @param function name of the function whose body it is; null when it is none
  /// @param head for a round bracket what a function with these parameters would be called
  private record Scope(char bracket, @Nullable String function, @Nullable String head) {}

  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final List<String> recent = new ArrayList<>();
  private @Nullable String parameters;
  private @Nullable String arrow;
  private @Nullable String declaredClass;
  private boolean broken;

  private EnclosingFunction() {}

  /// @param line 0-based
  /// @param column 0-based
  /// @return the name, [#ANONYMOUS], or an empty text outside of all functions; nothing when the
  ///   source is not understood
  static Optional<String> at(String source, int line, int column) {
    if (source.length() > LONGEST_SOURCE) {
      return Optional.empty();
    }
    int end = 0;
    for (int i = 0; i < line; i++) {
      end = source.indexOf('\n', end) + 1;
      if (end == 0) {
        return Optional.empty();
      }
    }
    EnclosingFunction reading = new EnclosingFunction();
    ScriptTokens tokens = new ScriptTokens(source, Math.min(source.length(), end + column));
    for (String token = tokens.next(); token != null; token = tokens.next()) {
      reading.token(token);
      if (reading.broken) {
        return Optional.empty();
      }
    }
    return Optional.of(reading.innermost());
  }

  private String innermost() {
    if (arrow != null) {
      return arrow;
    }
    for (Scope scope : scopes) {
      if (scope.function() != null) {
        return scope.function();
      }
    }
    return "";
  }

  private void token(String token) {
    if (arrow != null && !token.equals("{")) {
      scopes.push(new Scope('>', arrow, null));
      arrow = null;
    }
    if (STATEMENTS.contains(token) && !scopes.isEmpty() && scopes.peek().bracket() == '>') {
      scopes.pop();
    }
    switch (token) {
      case "{", "${" -> openBrace(token);
      case "(" -> scopes.push(new Scope('(', null, nameBefore(recent.size())));
      case "[" -> scopes.push(new Scope('[', null, null));
      case ")" -> close('(');
      case "]" -> close('[');
      case "}" -> close('{');
      case "=>" -> arrow = arrowName();
      case ",", ";" -> endArrows();
      default -> {}
    }
    if (!token.equals(")") && !isTypeAfterParameters(token)) {
      parameters = null;
    }
    if (last(1).equals("class") && ScriptTokens.isName(token)) {
      declaredClass = token;
    }
    recent.add(token);
    if (recent.size() > LOOK_BACK) {
      recent.removeFirst();
    }
  }

  private void openBrace(String token) {
    String function = null;
    String head = null;
    if (arrow != null) {
      function = arrow;
      arrow = null;
    } else if (parameters != null && !last(1).equals(":") && !token.equals("${")) {
      function = parameters.equals("constructor") ? enclosingClass() : parameters;
    } else if (declaredClass != null) {
      head = declaredClass;
      declaredClass = null;
    }
    scopes.push(new Scope('{', function, head));
  }

  private String enclosingClass() {
    for (Scope scope : scopes) {
      if (scope.bracket() == '{') {
        return scope.head() == null ? "constructor" : scope.head();
      }
    }
    return "constructor";
  }

  private void close(char bracket) {
    endArrows();
    if (scopes.isEmpty() || scopes.peek().bracket() != bracket) {
      broken = true;
      return;
    }
    Scope closed = scopes.pop();
    if (bracket == '(') {
      parameters = closed.head();
    }
  }

  private void endArrows() {
    while (!scopes.isEmpty() && scopes.peek().bracket() == '>') {
      scopes.pop();
    }
  }

  /// Between the parameters and the body a return type may stand.
  private boolean isTypeAfterParameters(String token) {
    return parameters != null
        && (ScriptTokens.isName(token) || ":.<>[]|&=>".contains(token) || token.startsWith("'"));
  }

  private String arrowName() {
    if (parameters != null) {
      return parameters;
    }
    boolean single = ScriptTokens.isName(last(1));
    return single ? assigned(recent.size() - 1) : ANONYMOUS;
  }

  /// What a function would be called whose parameters open behind the given count of recent tokens;
  /// null where a block head or a call of a keyword stands there.
  private @Nullable String nameBefore(int recentCount) {
    int count = withoutTypeParameters(recentCount);
    String before = token(count - 1);
    if (BLOCK_HEADS.contains(before)) {
      return null;
    }
    if (before.equals("function") || before.equals("*")) {
      int function = before.equals("*") ? count - 2 : count - 1;
      return assigned(function);
    }
    if (ScriptTokens.isName(before) && !before.equals("async") && !before.equals("return")) {
      return before;
    }
    return assigned(count);
  }

  /// `total<T>` is `total`.
  private int withoutTypeParameters(int count) {
    if (token(count - 1).equals(">")) {
      for (int i = count - 2; i > 0; i--) {
        if (token(i).equals("<")) {
          return i;
        }
      }
    }
    return count;
  }

  /// The name that a function expression gets which begins behind the given count of recent tokens.
  private String assigned(int count) {
    int at = count - 1;
    if (token(at).equals("async")) {
      at--;
    }
    if (token(at).equals("{") && token(at - 1).equals("=")) {
      at--;
    }
    boolean assigns = token(at).equals("=") || token(at).equals(":");
    if (!assigns) {
      return ANONYMOUS;
    }
    for (int i = at - 1; i > 0 && token(at).equals("="); i--) {
      if (DECLARATIONS.contains(token(i - 1)) && ScriptTokens.isName(token(i))) {
        return token(i);
      }
    }
    return ScriptTokens.isName(token(at - 1)) ? token(at - 1) : ANONYMOUS;
  }

  private String last(int back) {
    return token(recent.size() - back);
  }

  private String token(int index) {
    return index >= 0 && index < recent.size() ? recent.get(index) : "";
  }
}
