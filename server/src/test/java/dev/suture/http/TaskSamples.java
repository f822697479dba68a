package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.issue.activity.Actor;
import dev.suture.task.Entry;
import dev.suture.task.Task;
import dev.suture.task.TaskStore;
import dev.suture.task.Tasks;
import java.util.List;
import java.util.Map;

/// What the API answers about programs that act for people, for the golden samples.
final class TaskSamples {
  private TaskSamples() {}

  static Map<String, Object> answers() {
    Actor ada = new Actor("account:1", "Ada");
    Actor grace = new Actor("account:2", "Grace");
    Task task =
        new Task(
            "task-3",
            "shop-1",
            "shop",
            "claude",
            Task.State.taken,
            ada,
            true,
            "Only the till, please.",
            Bodies.AT,
            Bodies.AT.plusSeconds(60),
            1,
            new Task.Holder(grace, Bodies.AT.plusSeconds(960)),
            "It is the cart.");
    List<Entry> entries =
        List.of(
            new Entry(1, Bodies.AT, ada, Entry.Kind.queued, task.note()),
            new Entry(2, task.since(), grace, Entry.Kind.taken, null));
    return Map.of(
        "ProgramConsent",
        new ConsentApi.Consent(
            "Test agent",
            "agent.example",
            "127.0.0.1",
            true,
            List.of("failure:read", "hotfix:write")),
        "ProgramGrants",
        new ConsentApi.GrantList(
            List.of(
                new ConsentApi.GrantView(
                    1,
                    "Test agent",
                    "https://agent.example/client.json",
                    List.of("failure:read"),
                    "https://suture.example/mcp",
                    Bodies.AT,
                    Bodies.AT.plusSeconds(60)))),
        "AgentTaskList",
        new TaskApi.TaskList(List.of(task)),
        "TakenTask",
        new Tasks.Taken(task, "00112233445566778899aabbccddeeff"),
        "IssueTasks",
        new TaskApi.IssueTasks(List.of(new TaskStore.Told(task, entries))));
  }
}
