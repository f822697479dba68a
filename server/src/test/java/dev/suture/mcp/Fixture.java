package dev.suture.mcp;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/// A method of the server that the official conformance suite is run against.
///
/// @param named the member of `params` that the header `Mcp-Name` repeats; empty for none
record Fixture(
    String name,
    String named,
    Optional<Method.Freshness> freshness,
    Predicate<Method.Call> whenStreamed,
    Work work)
    implements Method {
  interface Work {
    Object answer(Method.Call call) throws RpcProblem, IOException;
  }

  static Fixture of(String name, Work work) {
    return new Fixture(name, "", Optional.empty(), _ -> false, work);
  }

  static Fixture list(String name, Object result) {
    return new Fixture(name, "", Optional.of(Method.Freshness.LISTS), _ -> false, _ -> result);
  }

  @Override
  public boolean streams(Call call) {
    return whenStreamed.test(call);
  }

  @Override
  public Object answer(Call call) throws RpcProblem, IOException {
    return work.answer(call);
  }
}
