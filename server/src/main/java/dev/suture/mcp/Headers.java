package dev.suture.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The headers of the newest revision, which repeat parts of the body so that what stands between
/// can route by them. They must not say anything else than the body.
final class Headers {
  static final String VERSION = "MCP-Protocol-Version";
  static final String METHOD = "Mcp-Method";
  static final String NAME = "Mcp-Name";

  private static final String ENCODED = "=?base64?";
  private static final String END = "?=";

  private Headers() {}

  static void check(
      Function<String, Optional<String>> header, String version, Method method, JsonNode params)
      throws RpcProblem {
    same(header, VERSION, version);
    same(header, METHOD, method.name());
    if (!method.named().isEmpty()) {
      same(header, NAME, params.path(method.named()).asString(""));
    }
  }

  static void same(Function<String, Optional<String>> header, String name, String wanted)
      throws RpcProblem {
    String value =
        header
            .apply(name)
            .orElseThrow(() -> RpcProblem.mismatch("Header mismatch: " + name + " is missing"));
    if (!decoded(name, value).equals(wanted)) {
      throw RpcProblem.mismatch("Header mismatch: " + name + " differs from the body");
    }
  }

  /// A value as a header may carry it.
  static String encoded(String value) {
    boolean plain =
        value.chars().allMatch(character -> character >= 0x20 && character <= 0x7E)
            && value.equals(value.strip())
            && !(value.startsWith(ENCODED) && value.endsWith(END));
    return plain
        ? value
        : ENCODED
            + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
            + END;
  }

  private static String decoded(String name, String value) throws RpcProblem {
    boolean encoded =
        name.equals(NAME)
            && value.length() >= ENCODED.length() + END.length()
            && value.startsWith(ENCODED)
            && value.endsWith(END);
    if (!encoded) {
      return value;
    }
    try {
      byte[] bytes =
          Base64.getDecoder()
              .decode(value.substring(ENCODED.length(), value.length() - END.length()));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      throw RpcProblem.mismatch("Header mismatch: " + name + " is not Base64");
    }
  }
}
