package dev.suture.http;

/// Answers the requests of one route.
@FunctionalInterface
public interface Endpoint {
  Answer answer(Call call) throws Exception;
}
