package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.issue.activity.Actor;
import dev.suture.task.Step;
import dev.suture.task.Task;
import dev.suture.task.TaskStore;
import dev.suture.task.Tasks;
import dev.suture.task.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tasks of agents: people give an issue to one and take that back; agents take tasks under a lease
/// and tell of them.
public final class TaskApi {
  private static final String PATH = "/issues/{id}/tasks";
  private static final String ONE = PATH + "/{task}";
  private static final int PAGE = 100;

  private final Api.Rooms rooms;
  private final Tasks tasks;

  private TaskApi(Api.Rooms rooms, Tasks tasks) {
    this.rooms = rooms;
    this.tasks = tasks;
  }

  public static List<Route> routes(Api.Rooms rooms, Tasks tasks) {
    TaskApi api = new TaskApi(rooms, tasks);
    return List.of(
        Api.operator("GET", "/tasks", api::list),
        Api.operator("POST", "/tasks/take", api::takeAny).needing(Scope.hotfixWrite),
        Api.operator("GET", PATH, api::ofIssue),
        Api.operator("POST", PATH, api::queue),
        Api.operator("POST", ONE + "/take", api::take).needing(Scope.hotfixWrite).onEvidence(),
        Api.operator("POST", ONE + "/report", api::report).needing(Scope.hotfixWrite).onEvidence(),
        Api.operator("POST", ONE + "/comments", api::comment),
        Api.operator("POST", ONE + "/cancel", api::cancel));
  }

  private Answer list(Call call) {
    String project = call.query("project").filter(text -> !text.isEmpty()).orElse(null);
    List<Task> found =
        tasks
            .list(
                call.query("agent").filter(text -> !text.isEmpty()).orElse(null),
                call.query("state")
                    .filter(text -> !text.isEmpty())
                    .map(TaskApi::state)
                    .orElse(null),
                10 * PAGE)
            .stream()
            .filter(task -> call.principal().reach().has(task.project()))
            .filter(task -> project == null || task.project().equals(project))
            .limit(PAGE)
            .toList();
    return Answer.json(200, new TaskList(found));
  }

  private static Task.State state(String word) {
    return Arrays.stream(Task.State.values())
        .filter(state -> state.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "There is no such state.",
                    "Use one of "
                        + Arrays.stream(Task.State.values())
                            .map(Task.State::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private Answer ofIssue(Call call) {
    return Answer.json(200, new IssueTasks(tasks.ofIssue(rooms.issue(call.param("id")).id())));
  }

  private Answer queue(Call call) throws IOException {
    String issue = rooms.issue(call.param("id")).id();
    NewTask wanted = call.json(NewTask.class);
    String agent = wanted.agent() == null ? "" : wanted.agent().strip();
    if (!agent.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@/-]{0,63}")) {
      throw Refusal.invalid(
          "The name of an agent is 1 to 64 letters, digits, blanks and . _ @ / -.",
          "Send {\"agent\": \"claude\", \"note\": \"...\"}.");
    }
    Principal who = call.principal();
    boolean byPerson = who.via() == Principal.Via.session || who.kind() == Principal.Kind.operator;
    TaskStore.Queued made =
        tasks
            .queue(
                new TaskStore.Wish(
                    issue, agent, text(wanted.note(), false), Actor.of(who), byPerson))
            .orElseThrow(() -> Refusal.notFound("There is no issue with this id."));
    if (!made.fresh()) {
      throw new Refusal(
          409,
          "conflict",
          "This agent has an open task of this issue already: " + made.task().id() + ".",
          "Comment on it, or cancel it first.");
    }
    return Answer.json(201, made.task());
  }

  private Answer takeAny(Call call) throws IOException {
    Taking wanted = call.json(Taking.class);
    Principal who = call.principal();
    long wait = wanted.waitSeconds() == null ? 0 : wanted.waitSeconds();
    if (wait < 0 || wait > Tasks.LONGEST_WAIT.toSeconds()) {
      throw Refusal.invalid(
          "waitSeconds is 0 to " + Tasks.LONGEST_WAIT.toSeconds() + " seconds.", null);
    }
    Tasks.Seeker seeker =
        new Tasks.Seeker(Actor.of(who), wanted.agent(), who.reach()::has, isProgram(who));
    return switch (tasks.take(seeker, length(wanted), Duration.ofSeconds(wait))) {
      case Tasks.Search.Got(Tasks.Taken got) -> Answer.json(200, got);
      case Tasks.Search.Nothing(int unapproved) ->
          throw new Refusal(
              404,
              "notFound",
              unapproved == 0
                  ? "No task waits."
                  : "No task may be taken: " + unapproved + " wait for a person's approval.",
              unapproved == 0
                  ? "Ask again later, or with {\"waitSeconds\": 20}."
                  : "A person who has signed in approves them at their issues' pages.");
    };
  }

  /// Whether only what a person vouches for may be taken, as [Guard] has it.
  private static boolean isProgram(Principal who) {
    return who.via() != Principal.Via.session && who.kind() != Principal.Kind.operator;
  }

  private static Duration length(Taking wanted) {
    Duration length =
        wanted.leaseSeconds() == null ? Tasks.LEASE : Duration.ofSeconds(wanted.leaseSeconds());
    if (length.compareTo(Tasks.SHORTEST_LEASE) < 0 || length.compareTo(Tasks.LONGEST_LEASE) > 0) {
      throw Refusal.invalid(
          "A lease is "
              + Tasks.SHORTEST_LEASE.toSeconds()
              + " to "
              + Tasks.LONGEST_LEASE.toSeconds()
              + " seconds.",
          null);
    }
    return length;
  }

  private Answer take(Call call) throws IOException {
    String lease = Tasks.lease();
    Taking wanted = call.json(Taking.class);
    Task task = moved(call, new Step.Take(lease, length(wanted)));
    return Answer.json(200, new Tasks.Taken(task, lease));
  }

  private Answer report(Call call) throws IOException {
    Report told = call.json(Report.class);
    String lease = told.lease() == null ? "" : told.lease();
    String kind = told.kind() == null ? "" : told.kind();
    Duration length = length(new Taking(null, null, told.leaseSeconds()));
    Step step =
        switch (kind) {
          case "renew" -> new Step.Keep(lease, length, null);
          case "progress" -> new Step.Keep(lease, length, needed(told.text()));
          case "done" ->
              new Step.End(lease, true, Optional.ofNullable(text(told.text(), false)).orElse(""));
          case "failed" -> new Step.End(lease, false, needed(told.text()));
          case "release" -> new Step.Release(lease, text(told.text(), false));
          default ->
              throw Refusal.invalid(
                  "A report is renew, progress, done, failed or release.",
                  "Send {\"lease\": \"...\", \"kind\": \"progress\", \"text\": \"...\"}.");
        };
    return Answer.json(200, moved(call, step));
  }

  private Answer comment(Call call) throws IOException {
    return Answer.json(200, moved(call, new Step.Comment(needed(call.json(Words.class).text()))));
  }

  /// What a person asked for, only a person takes back.
  private Answer cancel(Call call) throws IOException {
    if (isProgram(call.principal())) {
      throw new Refusal(
          403,
          "forbidden",
          "A person cancels a task, and no token.",
          "Sign in with a browser; an agent gives a task back with release.");
    }
    return Answer.json(
        200, moved(call, new Step.Cancel(text(call.json(Words.class).text(), false))));
  }

  private Task moved(Call call, Step step) {
    String issue = rooms.issue(call.param("id")).id();
    String id =
        tasks
            .find(call.param("task"))
            .filter(task -> task.issue().equals(issue))
            .map(Task::id)
            .orElseThrow(() -> Refusal.notFound("This issue has no task with this id."));
    Turn turn =
        tasks
            .act(id, step, Actor.of(call.principal()))
            .orElseThrow(() -> Refusal.notFound("This issue has no task with this id."));
    return switch (turn) {
      case Turn.Moved moved -> moved.task();
      case Turn.Still still -> still.task();
      case Turn.Kept kept -> kept.task();
      case Turn.Refused refused ->
          throw new Refusal(409, "conflict", refused.says(), refused.remedy());
    };
  }

  private static String needed(@Nullable String text) {
    String kept = text(text, true);
    return kept == null ? "" : kept;
  }

  private static @Nullable String text(@Nullable String text, boolean needed) {
    boolean blank = text == null || text.isBlank();
    if ((needed && blank) || (text != null && text.length() > Tasks.LONGEST_TEXT)) {
      throw Refusal.invalid("The text has 1 to " + Tasks.LONGEST_TEXT + " characters.", null);
    }
    return blank || text == null ? null : text.strip();
  }

  record TaskList(List<Task> tasks) {}

  record IssueTasks(List<TaskStore.Told> tasks) {}

  record NewTask(@Nullable String agent, @Nullable String note) {}

  record Taking(
      @Nullable String agent, @Nullable Integer waitSeconds, @Nullable Integer leaseSeconds) {}

  record Report(
      @Nullable String lease,
      @Nullable String kind,
      @Nullable String text,
      @Nullable Integer leaseSeconds) {}

  record Words(@Nullable String text) {}
}
