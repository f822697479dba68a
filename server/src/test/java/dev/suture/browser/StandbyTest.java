package dev.suture.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Applications;
import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Served;
import dev.suture.repro.Recorded;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Rig;
import dev.suture.repro.Trial;
import dev.suture.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that are started ahead of the runs that need them.
final class StandbyTest {
  /// Fails for the first who opens the page; before that it was asked whether it is there.
  private static final String SERVER =
      """
      let opened = 0;
      const server = require('node:http').createServer((asked, answer) => {
        if (asked.url === '/') opened++;
        answer.setHeader('content-type', 'text/html');
        answer.end(`<!doctype html><script>if (${opened} === 2) null.items;</script>`);
      });
      setTimeout(() => server.listen(process.env.PORT ?? 4321, '127.0.0.1'), LATE);
      """;

  private static final String ACTIONS =
      """
      [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"}]\
      """;

  /// The next one is started at another time where a start takes long.
  @ParameterizedTest
  @ValueSource(ints = {0, 1_600})
  void givesEachRunAServerOfItsOwnAndEndsTheOneThatNobodyTook(int late, @TempDir Path folder)
      throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "start: node first-opened.js\n", "Say how it is served");
    String commit = origin.commit("first-opened.js", SERVER.replace("LATE", "" + late), "Serve");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play =
        new Recorded()
            .with("actions.json", ACTIONS, Recorded.AT)
            .read("TypeError", "Cannot read properties of null (reading 'items')", 100, commit);
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox)) {
      Trial first = rig.trial(project, play, commit, new Rig.Wish(3, false));
      assertThat(first.verdict()).as("%s", first.runs()).isEqualTo(new Reproduced(3));
      assertThat(first.laps()).hasSize(3);
      Trial later = rig.trial(project, play, commit, new Rig.Wish(1, false));
      assertThat(later.verdict()).as("%s", later.runs()).isEqualTo(new Reproduced(1));
    }
    assertThat(
            ProcessHandle.current()
                .descendants()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains("first-opened.js")))
        .isEmpty();
  }

  private static final String PLAIN =
      """
      require('node:http').createServer((asked, answer) => {
        const data = asked.url === '/api/cart';
        answer.setHeader('content-type', data ? 'application/json' : 'text/html');
        answer.end(data ? '{}' : `<!doctype html><script>ASK.then(() => null.items)</script>`);
      }).listen(process.env.PORT ?? 4321, '127.0.0.1');
      """;

  /// What was asked for files alone is as it was; what was asked for data may be another.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Promise.resolve() | 1", "fetch('/api/cart') | 4"})
  void keepsAServerThatGaveFilesAlone(String asked, int starts, @TempDir Path folder)
      throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "start: node plain.js\n", "Say how it is served");
    String commit = origin.commit("plain.js", PLAIN.replace("ASK", asked), "Serve");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play =
        new Recorded()
            .with("actions.json", ACTIONS, Recorded.AT)
            .read("TypeError", "Cannot read properties of null (reading 'items')", 100, commit);
    AtomicInteger started = new AtomicInteger();
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox, started::incrementAndGet)) {
      Trial trial = rig.trial(project, play, commit, new Rig.Wish(3, false));
      assertThat(trial.verdict()).as("%s", trial.runs()).isEqualTo(new Reproduced(3));
    }
    assertThat(started).hasValue(starts);
  }

  /// One that takes its time to end.
  private static final class Slow implements Served {
    final CountDownLatch ending = new CountDownLatch(1);
    final CountDownLatch may = new CountDownLatch(1);
    volatile boolean ended;

    @Override
    public Reply ask(Asked asked) {
      return new Reply(0, Map.of(), new byte[0]);
    }

    @Override
    public Optional<byte[]> map(String target) {
      return Optional.empty();
    }

    @Override
    public void close() {
      ending.countDown();
      try {
        ended = may.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException left) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Serves the same one always.
  private record Only(Served served) implements Applications {
    @Override
    public Optional<String> problem() {
      return Optional.empty();
    }

    @Override
    public boolean isServerChanged(Project project, String from, String to) {
      return false;
    }

    @Override
    public Served serve(Project project, String commit) {
      return served;
    }

    @Override
    public Ran run(Project project, String commit, Task task) {
      return new Unnamed("None.");
    }
  }

  @Test
  void isClosedOnlyWhenTheOneThatItIsEndingHasEnded() throws Exception {
    Slow slow = new Slow();
    Standby standby = new Standby(new Only(slow), 1, 1);
    standby.prepare(new Project(1, "shop", "Shop", "", Lines.GIT_FLOW), "c".repeat(40));
    assertThat(slow.ending.await(1, TimeUnit.MINUTES)).isTrue();
    Thread closing = Thread.ofVirtual().start(standby::close);
    closing.join(Duration.ofMillis(200));
    assertThat(closing.isAlive()).isTrue();
    slow.may.countDown();
    assertThat(closing.join(Duration.ofMinutes(1))).isTrue();
    assertThat(slow.ended).isTrue();
  }
}
