package dev.suture.cause;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The address of a failure, or of one piece of its evidence: `suture://failure/shop-1/console`.
///
/// @param id of an issue or a capture
/// @param kind as `suture_get_evidence` takes it; null for the bundle
/// @param ref captured, or from the repository; null where there is one of the kind only
public record Address(String id, @Nullable String kind, @Nullable String ref) {
  public static final String FAILURE = "suture://failure/";

  /// @param uri hostile text
  public static Optional<Address> parse(String uri) {
    if (!uri.startsWith(FAILURE)) {
      return Optional.empty();
    }
    String[] parts = uri.substring(FAILURE.length()).split("/", 3);
    try {
      return Optional.of(
          new Address(
              parts[0],
              parts.length < 2 ? null : parts[1],
              parts.length < 3 ? null : URLDecoder.decode(parts[2], StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  public String uri() {
    return FAILURE
        + id
        + (kind == null ? "" : "/" + kind)
        + (ref == null
            ? ""
            : "/"
                + URLEncoder.encode(ref, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%2F", "/"));
  }
}
