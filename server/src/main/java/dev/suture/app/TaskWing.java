package dev.suture.app;

import dev.suture.http.TaskApi;
import dev.suture.mcp.WorkTask;
import dev.suture.store.SqlTasks;
import dev.suture.task.Tasks;
import java.time.Duration;
import java.util.List;

/// What agents are asked to do; leases that ran out are put back every few seconds.
final class TaskWing {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private TaskWing() {}

  static Wing of(Wings.Base base) {
    Tasks tasks =
        new Tasks(new SqlTasks(base.database()), base.rooms().lives().vouching(), base.clock());
    return new Wing(
        TaskApi.routes(base.rooms(), tasks),
        List.of(new WorkTask(tasks)),
        List.of(Ticker.every(LOOK, "task leases", tasks::expire)));
  }
}
