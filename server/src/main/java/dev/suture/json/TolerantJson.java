package dev.suture.json;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as some senders write it and the standard does not: `NaN`, control characters and halves of
/// surrogate pairs in texts, bytes that are no UTF-8, long names and numbers, deep nesting. The
/// bounds are those of the document, so the caller bounds its size.
public final class TolerantJson {
  private static final int DEEPEST = 1000;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxNumberLength(10_000)
          .maxNameLength(1024 * 1024)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  /// An escape sequence, so that the second half of a pair and an escaped backslash are not taken
  /// for the beginning of one.
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}"
              + "|(\\\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\\\.",
          Pattern.DOTALL);

  private TolerantJson() {}

  /// The value holds on to the bytes: they must not change while it is in use.
  ///
  /// @return null when there is nothing but blanks
  /// @throws JacksonException for what is no JSON even with patience
  public static @Nullable Value read(byte[] json) {
    return read(json, 0, json.length);
  }

  /// A document within an array of bytes.
  public static @Nullable Value read(byte[] bytes, int from, int length) {
    Value value = Scan.read(bytes, from, length);
    return value != null ? value : readPatiently(bytes, from, length);
  }

  /// A document that lets go of its bytes soon, on this very thread.
  public static @Nullable Value readBriefly(byte[] bytes, int length) {
    Value value = Scan.readBriefly(bytes, 0, length);
    return value != null ? value : readPatiently(bytes, 0, length);
  }

  /// A document that is all right, in one pass.
  ///
  /// @return null for what takes more patience, or is no JSON
  public static @Nullable Value scan(byte[] json) {
    return Scan.read(json, 0, json.length);
  }

  /// What the scan does not take is read by a parser, and written again as it should have been.
  private static @Nullable Value readPatiently(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    JsonNode node = MAPPER.readTree(paired(text.startsWith("\uFEFF") ? text.substring(1) : text));
    if (node == null || node.isMissingNode()) {
      return null;
    }
    byte[] clean = MAPPER.writeValueAsBytes(node);
    return Objects.requireNonNull(Scan.read(clean, 0, clean.length), "clean JSON is scanned");
  }

  private static String paired(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? Matcher.quoteReplacement(found.group())
                    : Matcher.quoteReplacement("\\uFFFD"));
  }
}
