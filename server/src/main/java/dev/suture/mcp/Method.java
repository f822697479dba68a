package dev.suture.mcp;

import dev.suture.account.Principal;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One method of the protocol.
interface Method {
  String name();

  /// The result, as a record.
  ///
  /// @throws IOException when the client has gone that is told of progress
  Object answer(Call call) throws RpcProblem, IOException;

  /// Whether it tells or asks something before it answers.
  default boolean streams(Call call) {
    return false;
  }

  /// How long its answer may be kept; empty when it may not.
  default Optional<Freshness> freshness() {
    return Optional.empty();
  }

  default Set<Era> eras() {
    return EnumSet.allOf(Era.class);
  }

  /// The member of `params` that the header `Mcp-Name` repeats; empty when none does.
  default String named() {
    return "";
  }

  /// @param params an object, or missing
  /// @param stream to the client; null where the answer comes whole
  record Call(Era era, JsonNode params, Principal who, @Nullable Stream stream) {
    Call on(Stream open) {
      return new Call(era, params, who, open);
    }
  }

  /// @param cacheScope `public` or `private`
  record Freshness(long ttlMs, String cacheScope) {
    static final Freshness LISTS = new Freshness(300_000, "public");
    static final Freshness NONE = new Freshness(0, "private");
  }
}
