package dev.suture.mcp;

import dev.suture.cause.Briefing;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/// What clients were asked and have not answered yet. A question's id is random, so that only who
/// was asked can answer, and no session is needed.
final class Questions {
  private static final int MOST = 1000;
  private static final long MINUTES = 5;

  private final Map<String, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();

  final class Question implements AutoCloseable {
    private final String id = Briefing.newMark() + Briefing.newMark();
    private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();

    String id() {
      return id;
    }

    JsonNode answer() throws RpcProblem {
      try {
        JsonNode message = answer.get(MINUTES, TimeUnit.MINUTES);
        if (message.path("result").isObject()) {
          return message.path("result");
        }
        throw new RpcProblem(
            RpcProblem.INTERNAL, 200, "The client refused what it was asked", null);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw unanswered();
      } catch (ExecutionException | TimeoutException late) {
        throw unanswered();
      }
    }

    private static RpcProblem unanswered() {
      return new RpcProblem(
          RpcProblem.INTERNAL, 200, "The client did not answer what it was asked", null);
    }

    @Override
    public void close() {
      open.remove(id);
    }
  }

  Question open() throws RpcProblem {
    if (open.size() >= MOST) {
      throw new RpcProblem(
          RpcProblem.INTERNAL, 200, "Too many questions are open: ask again later", null);
    }
    Question question = new Question();
    open.put(question.id, question.answer);
    return question;
  }

  /// Takes a message of a client that is an answer; one to nothing is dropped.
  void answered(JsonNode message) {
    CompletableFuture<JsonNode> waiting = open.remove(message.path("id").asString(""));
    if (waiting != null) {
      waiting.complete(message);
    }
  }
}
