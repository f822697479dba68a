package dev.suture.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Recorded;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Rig;
import dev.suture.repro.Trial;
import dev.suture.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that are started ahead of the runs that need them.
final class StandbyTest {
  /// Fails for the first who opens the page; before that it was asked whether it is there.
  private static final String SERVER =
      """
      let opened = 0;
      require('node:http').createServer((asked, answer) => {
        if (asked.url === '/') opened++;
        answer.setHeader('content-type', 'text/html');
        answer.end(`<!doctype html><script>if (${opened} === 2) null.items;</script>`);
      }).listen(process.env.PORT ?? 4321, '127.0.0.1');
      """;

  private static final String ACTIONS =
      """
      [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"}]\
      """;

  @Test
  void givesEachRunAServerOfItsOwnAndEndsTheOneThatNobodyTook(@TempDir Path folder)
      throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "start: node first-opened.js\n", "Say how it is served");
    String commit = origin.commit("first-opened.js", SERVER, "Serve");
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
}
