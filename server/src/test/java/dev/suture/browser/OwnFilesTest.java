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

/// What the application under test gives itself: asked side by side, and there before a person
/// acts.
final class OwnFilesTest {
  private static final String OPENED =
      """
      [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"}]\
      """;

  private static final String CLICKED =
      """
      [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"},
       {"at":%d,"kind":"click","target":{"tag":"button","locators":[
         {"by":"role","value":"Buy","role":"button","unique":true}]}}]\
      """;

  /// Gives neither picture before it was asked for both.
  private static final String PAIR =
      """
      const waiting = [];
      require('node:http').createServer((asked, answer) => {
        if (asked.url.endsWith('.svg')) {
          waiting.push(answer);
          if (waiting.length < 2) return;
          for (const each of waiting.splice(0)) {
            each.setHeader('content-type', 'image/svg+xml');
            each.end('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
          }
          return;
        }
        answer.setHeader('content-type', 'text/html');
        answer.end(`<!doctype html><body><script>
          const loaded = (name) => new Promise((done) => {
            const picture = document.body.appendChild(new Image());
            picture.onload = done;
            picture.src = name;
          });
          Promise.all([loaded('one.svg'), loaded('two.svg')]).then(() => null.items);
        </script>`);
      }).listen(process.env.PORT ?? 4321, '127.0.0.1');
      """;

  /// Answers nothing of what is no file.
  private static final String SILENT =
      """
      require('node:http').createServer((asked, answer) => {
        if (asked.url === '/api/news') return;
        answer.setHeader('content-type', asked.url === '/' ? 'text/html' : 'text/javascript');
        answer.end(asked.url === '/'
          ? `<!doctype html><script>fetch('/api/news'); import('/shop.js')</script>`
          : 'function show() { return null.items; } show();');
      }).listen(process.env.PORT ?? 4321, '127.0.0.1');
      """;

  /// What the application has for an answer.
  private static final long ANSWER_LIMIT_MS = 10_000;

  /// Has its button before the script that makes anything of it.
  private static final String LATE =
      """
      require('node:http').createServer((asked, answer) => {
        if (asked.url === '/shop.js') {
          answer.setHeader('content-type', 'text/javascript');
          setTimeout(() => answer.end('function show() { return null.items; } buy.onclick = show;'), 300);
          return;
        }
        answer.setHeader('content-type', 'text/html');
        answer.end('<!doctype html><script type=module src=shop.js></script><button id=buy>Buy</button>');
      }).listen(process.env.PORT ?? 4321, '127.0.0.1');
      """;

  @TempDir Path folder;

  @Test
  void isAskedForSideBySide() throws Exception {
    assertThat(red(PAIR, new Recorded().with("actions.json", OPENED, Recorded.AT)).verdict())
        .isEqualTo(new Reproduced(2));
  }

  @Test
  void isNotHeldUpByAnAnswerThatDoesNotCome() throws Exception {
    Trial red = red(SILENT, new Recorded().with("actions.json", OPENED, Recorded.AT));
    assertThat(red.verdict()).isEqualTo(new Reproduced(2));
    assertThat(red.laps()).allMatch(lap -> lap.end() < ANSWER_LIMIT_MS);
  }

  @Test
  void isThereBeforeAPersonActs() throws Exception {
    Recorded late = new Recorded().with("actions.json", CLICKED, Recorded.AT, Recorded.AT + 20);
    assertThat(red(LATE, late).verdict()).isEqualTo(new Reproduced(2));
  }

  private Trial red(String server, Recorded recorded) throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "start: node server.js\n", "Say how it is served");
    String commit = origin.commit("server.js", server, "Serve");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play =
        recorded.read("TypeError", "Cannot read properties of null (reading 'items')", 60, commit);
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox)) {
      return rig.trial(project, play, commit, Rig.Wish.QUICK);
    }
  }
}
