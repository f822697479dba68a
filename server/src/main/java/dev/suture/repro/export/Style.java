package dev.suture.repro.export;

import dev.suture.json.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a project writes its tests.
///
/// @param folder that they are in
/// @param ending of their names, `spec` or `test`
/// @param quote of texts, `'` or `"`
/// @param indent of one level
record Style(String folder, String ending, char quote, boolean semicolons, String indent) {
  static final Style USUAL = new Style("tests", "spec", '\'', true, "  ");

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import .*?(['\"])[^'\"\\n]+\\1(;?)[ \\t]*$");
  private static final Pattern INDENT = Pattern.compile("(?m)^(\\t| {2}(?: {2})?)(?=\\S)");
  private static final Pattern SIMPLE_TEXT = Pattern.compile("'([^'\"\\\\\\n]*)'");

  /// Of a test that the project has.
  ///
  /// @param path of it
  static Style of(String path, String text) {
    int single = 0;
    int semicolons = 0;
    int imports = 0;
    Matcher imported = IMPORT.matcher(text);
    while (imported.find()) {
      imports++;
      single += imported.group(1).equals("'") ? 1 : 0;
      semicolons += imported.group(2).isEmpty() ? 0 : 1;
    }
    Matcher indent = INDENT.matcher(text);
    return new Style(
        path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "",
        path.matches(".*\\.test\\.[a-z]+$") ? "test" : "spec",
        imports == 0 || 2 * single >= imports ? '\'' : '"',
        imports == 0 || 2 * semicolons >= imports,
        indent.find() ? indent.group(1) : USUAL.indent());
  }

  Style in(String other) {
    return new Style(other, ending, quote, semicolons, indent);
  }

  /// Code that is written with single quotes, semicolons and two spaces, and holds no captured text
  /// yet.
  String code(String text) {
    String code = text;
    if (quote == '"') {
      code = SIMPLE_TEXT.matcher(code).replaceAll("\"$1\"");
    }
    if (!semicolons) {
      code = code.replaceAll("(?m);$", "");
    }
    if (!indent.equals(USUAL.indent())) {
      StringBuilder indented = new StringBuilder();
      for (String line : (Iterable<String>) code.lines()::iterator) {
        String rest = line.stripLeading();
        int depth = (line.length() - rest.length()) / 2;
        boolean beside = (line.length() - rest.length()) % 2 == 1;
        indented.append(indent.repeat(depth)).append(beside ? " " : "").append(rest).append('\n');
      }
      code = indented.toString();
    }
    return code;
  }

  /// A text as a literal, whatever is in it.
  String literal(String text) {
    String json = Json.MAPPER.writeValueAsString(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "));
    String inner = json.substring(1, json.length() - 1).replace("\u2028", "\\u2028");
    inner = inner.replace("\u2029", "\\u2029");
    return quote == '"'
        ? '"' + inner + '"'
        : "'" + inner.replace("\\\"", "\"").replace("'", "\\'") + "'";
  }

  String literals(List<String> texts) {
    return texts.stream().map(this::literal).toList().toString();
  }
}
