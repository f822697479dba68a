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

/// A field that is typed into twice, of which the recorder kept the last text, and an answer to the
/// first text that comes after the one to the last. The page asks a while after a text was typed,
/// and asks for something else again and again.
final class TypedInTurnTest {
  private static final String PAGE =
      """
      <!doctype html><label>Days <input id="days"></label><script>
        setInterval(() => fetch('/api/pulse').then((answer) => answer.json()), 200);
        let soon;
        days.oninput = () => {
          clearTimeout(soon);
          soon = setTimeout(() => {
            const asked = days.value;
            fetch('/api/price?days=' + asked)
              .then((answer) => answer.json())
              .then((price) => price.of[days.value].length);
          }, 120);
        };
      </script>
      """;

  private static final String NETWORK =
      """
      {"log":{"entries":[
        {"_id":"x0","_at":%d,"time":5,"request":{"method":"GET","url":"http://shop.example/api/pulse"},
         "response":{"status":200,"headers":[],"content":{"text":"{\\"alive\\":true}"}}},
        {"_id":"x1","_at":%d,"time":400,"request":{"method":"GET","url":"http://shop.example/api/price?days=2"},
         "response":{"status":200,"headers":[],"content":{"text":"{\\"of\\":{\\"2\\":\\"4.00\\"}}"}}},
        {"_id":"x2","_at":%d,"time":20,"request":{"method":"GET","url":"http://shop.example/api/price?days=5"},
         "response":{"status":200,"headers":[],"content":{"text":"{\\"of\\":{\\"5\\":\\"9.00\\"}}"}}}]}}\
      """;

  /// How long a page is waited for that always has an answer on its way.
  private static final long UNDERWAY_LIMIT_MS = 10_000;

  @Test
  void typesEachTextAndWaitsUntilItIsAskedFor(@TempDir Path folder) throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "static: site\n", "Say what it is");
    String live = origin.commit("site/index.html", PAGE, "Page");
    String mended =
        origin.edit("site/index.html", "price.of[days.value]", "price.of[asked]", "Mend");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play =
        recorded(NETWORK)
            .read("TypeError", "Cannot read properties of undefined (reading 'length')", 625, live);
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox)) {
      Trial red = rig.trial(project, play, live, Rig.Wish.QUICK);
      assertThat(red.verdict()).as("%s", red.runs()).isEqualTo(new Reproduced(2));
      Trial green = rig.trial(project, play, mended, Rig.Wish.QUICK);
      assertThat(green.verdict()).as("%s", green.runs()).isEqualTo(new NotReproduced(2));
      assertThat(green.laps().stream().mapToLong(Trial.Laps::end).min().orElseThrow())
          .isLessThan(UNDERWAY_LIMIT_MS);
    }
  }

  /// The answer to the last text knows nothing of it, since what was typed is a pseudonym: this
  /// fails in a run wherever it is made, and so says nothing.
  @Test
  void countsAFailureOnlyAfterTheAnswerThatItCameAfter(@TempDir Path folder) throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "static: site\n", "Say what it is");
    String live = origin.commit("site/index.html", PAGE, "Page");
    String mended =
        origin.edit(
            "site/index.html",
            "price.of[days.value].length",
            "asked === days.value && price.of[asked].length",
            "Mend");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play =
        recorded(NETWORK.replace("\"time\":400", "\"time\":600").replace("\\\"5\\\"", "\\\"9\\\""))
            .read("TypeError", "Cannot read properties of undefined (reading 'length')", 825, live);
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox)) {
      Trial red = rig.trial(project, play, live, Rig.Wish.QUICK);
      assertThat(red.verdict()).as("%s", red.runs()).isEqualTo(new Reproduced(2));
      Trial green = rig.trial(project, play, mended, Rig.Wish.QUICK);
      assertThat(green.verdict()).as("%s", green.runs()).isEqualTo(new NotReproduced(2));
    }
  }

  private static Recorded recorded(String network) {
    return new Recorded()
        .with(
            "actions.json",
            """
            [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"},
             {"at":%d,"kind":"input","value":"5","target":{"tag":"input","locators":[
               {"by":"label","value":"Days","unique":true}]}}]\
            """,
            Recorded.AT,
            Recorded.AT + 100)
        .with("network.har", network, Recorded.AT + 205, Recorded.AT + 220, Recorded.AT + 500);
  }
}
