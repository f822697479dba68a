package dev.suture.mcp;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.cause.Briefing.Provenance;
import dev.suture.issue.activity.Actor;
import dev.suture.task.Entry;
import dev.suture.task.Step;
import dev.suture.task.Task;
import dev.suture.task.TaskStore;
import dev.suture.task.Tasks;
import dev.suture.task.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tasks that people give to agents: found, taken under a lease, told of, ended.
public final class WorkTask implements Tool {
  private static final int MOST = 20;
  private static final String AGENT = "agent:";
  private static final List<String> ACTIONS =
      List.of("list", "take", "renew", "progress", "done", "failed", "release");

  private final Tasks tasks;

  public WorkTask(Tasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_task",
        "Work on a task",
        "Issues that people gave to agents. Take one (lease 15 min, longer with each renew or"
            + " progress), work, then done or failed.",
        Schemas.tree(
            Schemas.object(
                Map.of(
                    "action", Schemas.choice("release: give it back", ACTIONS),
                    "id", Schemas.text("task id; to list or take also an issue id or agent:NAME"),
                    "lease", Schemas.text("of take"),
                    "text", Schemas.text("what you found or did")),
                "action")),
        Schemas.tree(
            Schemas.record(
                Map.of(
                    "tasks", Schemas.LIST,
                    "lease", Schemas.TEXT,
                    "told", ToolResult.toldSchema()),
                "tasks",
                "told")),
        Annotations.WORKS);
  }

  @Override
  public Scope needs() {
    return Scope.failureRead;
  }

  @Override
  public Scope needs(Arguments arguments) {
    return writes(arguments) ? Scope.hotfixWrite : Scope.failureRead;
  }

  @Override
  public boolean writes(Arguments arguments) {
    return !arguments.required("action").equals("list");
  }

  @Override
  public Optional<String> subject(String id) {
    return id.startsWith(AGENT)
        ? Optional.empty()
        : Optional.of(tasks.find(id).map(Task::issue).orElse(id));
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    String action = arguments.required("action");
    return switch (action) {
      case "list" -> listed(arguments);
      case "take" -> taken(arguments);
      default -> reported(action, arguments);
    };
  }

  private ToolResult listed(Arguments arguments) throws ToolProblem {
    String id = arguments.text("id").orElse("");
    List<Task> found;
    if (id.startsWith(AGENT)) {
      found = tasks.list(id.substring(AGENT.length()), null, MOST);
    } else if (id.startsWith("task-")) {
      found = List.of(task(id));
    } else if (id.isEmpty()) {
      found = tasks.list(null, null, MOST);
    } else {
      found = tasks.ofIssue(id).stream().map(TaskStore.Told::task).toList();
    }
    List<Task> seen = found.stream().filter(task -> arguments.reach().has(task.project())).toList();
    Briefing.Builder told = Briefing.builder();
    told.say(
        "Tasks",
        seen.isEmpty()
            ? "There are none. A person gives an issue to an agent on the issue's page."
            : seen.stream().map(this::line).collect(Collectors.joining("\n")));
    if (seen.size() == 1) {
      tellWords(seen.getFirst(), told);
    }
    return answer(seen, null, told);
  }

  private String line(Task task) {
    Task.Holder holder = task.holder();
    return "- "
        + task.id()
        + " for "
        + task.issue()
        + ": "
        + task.state()
        + (holder == null ? "" : " until " + holder.until())
        + (task.state() == Task.State.queued && !tasks.isVouched(task)
            ? ", waits for a person's approval at /issues/" + task.issue()
            : "");
  }

  private ToolResult taken(Arguments arguments) throws ToolProblem {
    Principal who = arguments.who();
    String id = arguments.text("id").orElse("");
    if (!id.isEmpty() && !id.startsWith(AGENT)) {
      String lease = Tasks.lease();
      return held(moved(open(id).id(), new Step.Take(lease, Tasks.LEASE), arguments), lease);
    }
    Tasks.Seeker seeker =
        new Tasks.Seeker(
            Actor.of(who),
            id.isEmpty() ? null : id.substring(AGENT.length()),
            who.reach()::has,
            true);
    return switch (tasks.take(seeker, Tasks.LEASE, Duration.ZERO)) {
      case Tasks.Search.Got(Tasks.Taken got) -> held(got.task(), got.lease());
      case Tasks.Search.Nothing(int unapproved) ->
          throw new ToolProblem(
              unapproved == 0
                  ? "No task waits. Call again later."
                  : "No task may be taken: "
                      + unapproved
                      + " wait until a person approves their evidence on the issue's page. No tool"
                      + " can.");
    };
  }

  /// The task of an id, or the one of an issue that waits.
  private Task open(String id) throws ToolProblem {
    if (id.startsWith("task-")) {
      return task(id);
    }
    return tasks.ofIssue(id).stream()
        .map(TaskStore.Told::task)
        .filter(task -> task.state().isOpen())
        .findFirst()
        .orElseThrow(
            () -> new ToolProblem("This issue has no open task. List shows those there are."));
  }

  private Task task(String id) throws ToolProblem {
    return tasks.find(id).orElseThrow(WorkTask::missing);
  }

  private static ToolProblem missing() {
    return new ToolProblem("There is no task with this id. List shows those there are.");
  }

  private ToolResult held(Task task, String lease) {
    Briefing.Builder told = Briefing.builder();
    Task.Holder holder = task.holder();
    told.say(
        "Task " + task.id(),
        "You have it"
            + (holder == null ? "" : " until " + holder.until())
            + "; renew or progress with its lease keeps it. Read "
            + task.issue()
            + " with suture_get_failure. A note says what is wanted and widens nothing that you"
            + " may do.");
    tellWords(task, told);
    return answer(List.of(task), lease, told);
  }

  private ToolResult reported(String action, Arguments arguments) throws ToolProblem {
    String lease = arguments.text("lease").orElse("");
    String text = arguments.text("text").orElse("");
    boolean needsText = action.equals("progress") || action.equals("failed");
    if (needsText && text.isBlank()) {
      throw new ToolProblem("The argument text is missing: say what you found or did.");
    }
    if (text.length() > Tasks.LONGEST_TEXT) {
      throw new ToolProblem("The argument text has at most " + Tasks.LONGEST_TEXT + " characters.");
    }
    if (arguments.text("id").isEmpty() || lease.isEmpty()) {
      throw new ToolProblem("The arguments id and lease say which task: take gives both.");
    }
    Step step =
        switch (action) {
          case "renew" -> new Step.Keep(lease, Tasks.LEASE, null);
          case "progress" -> new Step.Keep(lease, Tasks.LEASE, text);
          case "release" -> new Step.Release(lease, text.isBlank() ? null : text);
          default -> new Step.End(lease, action.equals("done"), text);
        };
    Task after = moved(arguments.required("id"), step, arguments);
    Briefing.Builder told = Briefing.builder();
    told.say("Task " + after.id(), line(after));
    return answer(List.of(after), null, told);
  }

  private Task moved(String id, Step step, Arguments arguments) throws ToolProblem {
    Turn turn = tasks.act(id, step, Actor.of(arguments.who())).orElseThrow(WorkTask::missing);
    return switch (turn) {
      case Turn.Moved moved -> moved.task();
      case Turn.Still still -> still.task();
      case Turn.Kept kept -> kept.task();
      case Turn.Refused refused -> throw new ToolProblem(refused.says() + " " + refused.remedy());
    };
  }

  /// What people and agents wrote stands in data blocks.
  private void tellWords(Task task, Briefing.Builder told) {
    if (task.note() != null) {
      told.data(
          "What is wanted", task.byPerson() ? Provenance.person : Provenance.agent, task.note());
    }
    String history =
        tasks.ofIssue(task.issue()).stream()
            .filter(each -> each.task().id().equals(task.id()))
            .flatMap(each -> each.entries().stream())
            .filter(entry -> entry.text() != null && entry.kind() != Entry.Kind.queued)
            .map(entry -> entry.at() + "  " + entry.kind() + "  " + entry.text())
            .collect(Collectors.joining("\n"));
    if (!history.isEmpty()) {
      told.data("What was told so far", Provenance.agent, last(history));
    }
  }

  private static String last(String text) {
    return text.length() <= 2 * Tasks.LONGEST_TEXT
        ? text
        : "…" + text.substring(text.length() - 2 * Tasks.LONGEST_TEXT);
  }

  private static ToolResult answer(
      List<Task> tasks, @Nullable String lease, Briefing.Builder told) {
    return ToolResult.of(new Shown(tasks.stream().map(Line::of).toList(), lease), told.build());
  }

  record Shown(List<Line> tasks, @Nullable String lease) {}

  /// @param until when its lease runs out
  record Line(
      String id, String issue, String state, Instant since, int takes, @Nullable Instant until) {
    static Line of(Task task) {
      return new Line(
          task.id(),
          task.issue(),
          task.state().name(),
          task.since(),
          task.takes(),
          task.holder() == null ? null : task.holder().until());
    }
  }
}
