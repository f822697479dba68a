package dev.suture.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Recorded;
import dev.suture.repro.ReproVerdict.NotReproduced;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Rig;
import dev.suture.repro.Trial;
import dev.suture.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A failure that comes long after the user did the last thing, as one of a timer does.
final class LateFailureTest {
  private static final int LATE_MS = 10_850;

  private static final int POLL_MS = 9_000;

  /// What a page gets to say that it is idle.
  private static final long IDLE_LIMIT_MS = 4_000;

  @Test
  void waitsForAFailureAsLongAsItTook(@TempDir Path folder) throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "static: site\n", "Say what it is");
    String live =
        origin.commit(
            "site/index.html",
            "<!doctype html><script>setTimeout(() => null.items, %d)</script>".formatted(LATE_MS),
            "Page");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play =
        opened()
            .read("TypeError", "Cannot read properties of null (reading 'items')", LATE_MS, live);
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox)) {
      Trial red = rig.trial(project, play, live, new Rig.Wish(1, false));
      assertThat(red.verdict()).as("%s", red.runs()).isEqualTo(new Reproduced(1));
    }
  }

  /// A page that shows nothing new tells in no frame that it is idle; asked for none, it is waited
  /// for until the limit of that.
  @Test
  void doesNotWaitForAPageThatHasNothingToDo(@TempDir Path folder) throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "static: site\n", "Say what it is");
    String mended = origin.commit("site/index.html", "<!doctype html><button>Buy</button>", "Page");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play = clicked(200).read("TypeError", "null.items", 250, mended);
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox)) {
      Trial green = rig.trial(project, play, mended, Rig.Wish.QUICK);
      assertThat(green.verdict()).as("%s", green.runs()).isEqualTo(new NotReproduced(2));
      assertThat(green.laps().stream().mapToLong(Trial.Laps::end).min().orElseThrow())
          .isLessThan(IDLE_LIMIT_MS);
    }
  }

  /// What it is told again and again is the same, and nothing that the user did then hangs on it.
  @Test
  void doesNotWaitForAPollThatTellsNothingNew(@TempDir Path folder) throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "static: site\n", "Say what it is");
    String live =
        origin.commit(
            "site/index.html",
            """
            <!doctype html><button>Buy</button><script>
              document.querySelector('button').addEventListener('click', () => null.items);
              const poll = () => fetch('/api/pulse').then((answer) => answer.json());
              setInterval(poll, %d);
              poll();
            </script>
            """
                .formatted(POLL_MS),
            "Page");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    String pulse =
        "{\"_id\":\"x%d\",\"_at\":%d,\"time\":5,\"request\":{\"method\":\"GET\",\"url\":"
            + "\"http://shop.example/api/pulse\"},\"response\":{\"status\":200,\"headers\":[],"
            + "\"content\":{\"text\":\"{}\"}}}";
    Played play =
        clicked(POLL_MS + 200)
            .with(
                "network.har",
                "{\"log\":{\"entries\":[%s,%s]}}"
                    .formatted(
                        pulse.formatted(0, Recorded.AT + 50),
                        pulse.formatted(1, Recorded.AT + POLL_MS)))
            .read(
                "TypeError",
                "Cannot read properties of null (reading 'items')",
                POLL_MS + 210,
                live);
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox)) {
      Trial red = rig.trial(project, play, live, Rig.Wish.QUICK);
      assertThat(red.verdict()).as("%s", red.runs()).isEqualTo(new Reproduced(2));
      assertThat(red.laps().stream().mapToLong(Trial.Laps::steps).min().orElseThrow())
          .isLessThan(POLL_MS);
    }
  }

  private static Recorded opened() {
    return new Recorded()
        .with(
            "actions.json",
            """
            [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"}]\
            """,
            Recorded.AT);
  }

  private static Recorded clicked(long after) {
    return new Recorded()
        .with(
            "actions.json",
            """
            [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"},
             {"at":%d,"kind":"click","target":{"tag":"button","locators":[
               {"by":"role","value":"Buy","role":"button","unique":true}]}}]\
            """,
            Recorded.AT,
            Recorded.AT + after);
  }
}
