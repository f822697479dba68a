package dev.suture.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which texts may be handed to git as an id, a path or the name of a ref.
final class GitNames {
  static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{40}");

  private GitNames() {}

  static String id(String text) {
    if (!FULL_ID.matcher(text).matches()) {
      throw new IllegalArgumentException("not a full commit id");
    }
    return text;
  }

  /// Whether a text can be the path of a file in a tree.
  static boolean isPath(String path) {
    return path.indexOf('\0') < 0
        && Arrays.stream(path.split("/", -1))
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }

  /// Whether a text can be the name of a branch or a tag.
  static boolean isRefName(String name) {
    return !name.isEmpty()
        && name.length() <= 250
        && !name.startsWith("-")
        && !name.startsWith("/")
        && !name.endsWith("/")
        && !name.endsWith(".")
        && !name.contains("..")
        && !name.contains("//")
        && !name.contains("@{")
        && name.chars().noneMatch(c -> c <= ' ' || c == 127 || "~^:?*[\\".indexOf(c) >= 0);
  }

  static @Nullable String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? text : null;
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}
