package dev.suture.http;

import java.util.function.BooleanSupplier;

/// `GET /healthz`: whether the server takes events and digests them.
public final class HealthEndpoint implements Endpoint {
  private final BooleanSupplier digesting;

  /// @param digesting whether the worker behind the queue is alive
  public HealthEndpoint(BooleanSupplier digesting) {
    this.digesting = digesting;
  }

  record Health(String status) {}

  @Override
  public Answer answer(Call call) {
    return digesting.getAsBoolean()
        ? Answer.json(200, new Health("ready"))
        : Errors.answer(503, "unavailable", "events are accepted and not digested", "restart");
  }
}
