package dev.suture.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Recorded;
import dev.suture.repro.ReproVerdict;
import dev.suture.repro.ReproVerdict.CannotTell;
import dev.suture.repro.ReproVerdict.NotReproduced;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction.Played;
import dev.suture.sandbox.Sandbox;
import dev.suture.sandbox.SandboxedApplications;
import dev.suture.sourcemap.BuiltStacks;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page that fails before it sends anything, and that sends it where it is mended: no recording
/// can hold an answer to that.
final class WritingTest {
  private static final String ACTIONS =
      """
      [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"},
       {"at":%d,"kind":"click","target":{"tag":"button","locators":[
         {"by":"role","value":"Buy","role":"button","unique":true}]}}]\
      """;

  private static final String SERVER =
      """
      const { readFileSync } = require('node:fs');
      const orders = 201;
      require('node:http').createServer((asked, answer) => {
        if (asked.method === 'POST') return answer.writeHead(orders).end('{}');
        answer.setHeader('content-type', asked.url === '/' ? 'text/html' : 'text/javascript');
        answer.end(readFileSync('site' + (asked.url === '/' ? '/index.html' : asked.url)));
      }).listen(process.env.PORT ?? 4321, '127.0.0.1');
      """;

  private static final String SHOP =
      """
      const cart = {};
      function show() { return cart.items.length; }
      buy.onclick = () => fetch('/api/orders', { method: 'POST', body: String(show()) });
      """;

  @TempDir Path folder;

  @Test
  void isSentToTheApplicationAndOnlyWhereThatTakesItSaysTheRunAnything() throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "start: node server.js\n", "Say how it is served");
    origin.commit("server.js", SERVER, "Server");
    origin.commit(
        "site/index.html",
        "<!doctype html><button id=buy>Buy</button><script src=shop.js></script>",
        "Page");
    String broken = origin.commit("site/shop.js", SHOP, "Shop");
    String mended = origin.edit("site/shop.js", "items.length", "items?.length ?? 0", "Mend");
    String refused = origin.edit("server.js", "orders = 201", "orders = 501", "Take no orders");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play =
        new Recorded()
            .with("actions.json", ACTIONS, Recorded.AT, Recorded.AT + 300)
            .read(
                "TypeError", "Cannot read properties of undefined (reading 'length')", 310, broken);
    InstantSource clock = InstantSource.system();
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig =
            new BrowserRig(
                new SandboxedApplications(
                    folder.resolve("builds"),
                    new NativeGit(folder.resolve("clones")),
                    sandbox,
                    clock),
                new BuiltStacks(),
                folder.resolve("browser"),
                System.getenv(),
                clock)) {
      assertThat(rig.verdict(project, play, broken)).isEqualTo(new Reproduced(2));
      assertThat(rig.verdict(project, play, mended)).isEqualTo(new NotReproduced(2));
      ReproVerdict unanswered = rig.verdict(project, play, refused);
      assertThat(unanswered)
          .isInstanceOfSatisfying(
              CannotTell.class, told -> assertThat(told.why()).contains("holds no answer to"));
    }
  }
}
