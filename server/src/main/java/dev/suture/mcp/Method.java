package dev.suture.mcp;

import dev.suture.account.Principal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One method of the protocol.
interface Method {
  String name();

  /// The result, as a record.
  Object answer(Call call) throws RpcProblem;

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
  record Call(Era era, JsonNode params, Principal who) {}

  /// @param cacheScope `public` or `private`
  record Freshness(long ttlMs, String cacheScope) {
    static final Freshness LISTS = new Freshness(300_000, "public");
    static final Freshness NONE = new Freshness(0, "private");
  }
}
