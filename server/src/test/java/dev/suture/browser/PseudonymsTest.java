package dev.suture.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Failure;
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

/// A page whose words a recorder took for secrets: `session` is a word of its program.
final class PseudonymsTest {
  private static final String PROGRAM =
      """
      const ask = (operationName, query, variables) =>
        fetch('/graphql', { method: 'POST', body: JSON.stringify({ operationName, variables, query }) })
          .then((answer) => answer.json());
      ask('Course', 'query Course { course { session { id startsAt __typename } } }', {})
        .then(({ data }) => {
          const { session } = data.course;
          if (session.__typename !== 'Session') throw new Error('another type');
          out.textContent = new Date(session.startsAt).toISOString();
          book.textContent = 'Book ' + session.id;
        });
      book.onclick = async () => {
        const { data } = await ask(
          'Book', 'mutation Book($sessionId: ID!) { book(sessionId: $sessionId) { session { id } } }',
          { sessionId: book.textContent.slice(5) });
        document.getElementById(data.book.session.id).classList.add('booked');
      };
      """;

  private static final String ACTIONS =
      """
      [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"},
       {"at":%d,"kind":"click","target":{"tag":"button","css":"button","locators":[
         {"by":"role","value":"Book s1","role":"button","unique":true}]}}]\
      """;

  private static final String NETWORK =
      """
      {"log":{"entries":[
        {"_id":"x1","_at":%d,"time":5,"request":{"method":"POST","url":"http://shop.example/graphql",
          "postData":{"text":"{\\"operationName\\":\\"Course\\",\\"variables\\":{},\\"query\\":\\"query Course { course { fckcmie { id startsAt __typename } } }\\"}"}},
         "response":{"status":200,"headers":[],"content":{"text":
          "{\\"data\\":{\\"course\\":{\\"fckcmie\\":{\\"id\\":\\"s1\\",\\"startsAt\\":\\"2159-45-40E32:63:59R\\",\\"__typename\\":\\"Fckcmie\\"}}}}"}}},
        {"_id":"x2","_at":%d,"time":5,"request":{"method":"POST","url":"http://shop.example/graphql",
          "postData":{"text":"{\\"operationName\\":\\"Book\\",\\"variables\\":{\\"sessionId\\":\\"u5\\"},\\"query\\":\\"mutation Book($khahzjcBl: ID!) { book(sessionId: $khahzjcBl) { fckcmie { id } } }\\"}"}},
         "response":{"status":200,"headers":[],"content":{"text":
          "{\\"data\\":{\\"book\\":{\\"fckcmie\\":{\\"id\\":\\"u5\\"}}}}"}}}]}}\
      """;

  @Test
  void givesThePageItsOwnWordsBack(@TempDir Path folder) throws Exception {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "static: site\n", "Say what it is");
    origin.commit(
        "site/index.html",
        "<!doctype html><p id=out></p><button id=book></button><script src=shop.js></script>",
        "Page");
    String live = origin.commit("site/shop.js", PROGRAM, "Shop");
    String mended = origin.edit("site/shop.js", ").classList", ")?.classList", "Mend");
    origin.git("push", "-q", "origin", "master");
    Project project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Played play =
        inShop(
            new Recorded()
                .with("actions.json", ACTIONS, Recorded.AT, Recorded.AT + 300)
                .with("network.har", NETWORK, Recorded.AT + 50, Recorded.AT + 310)
                .read(
                    "TypeError",
                    "Cannot read properties of null (reading 'classList')",
                    320,
                    live));
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
        BrowserRig rig = Rigs.in(folder, sandbox)) {
      Trial red = rig.trial(project, play, live, Rig.Wish.QUICK);
      assertThat(red.verdict()).as("%s", red.runs()).isEqualTo(new Reproduced(2));
      Trial green = rig.trial(project, play, mended, Rig.Wish.QUICK);
      assertThat(green.verdict()).as("%s", green.runs()).isEqualTo(new NotReproduced(2));
    }
  }

  /// Its failure is one of the page's own script.
  private static Played inShop(Played play) {
    Failure failure = play.failure();
    return new Played(
        play.issue(),
        play.capture(),
        play.base(),
        play.scene(),
        play.steps(),
        play.exchanges(),
        play.channels(),
        new Failure(failure.type(), failure.message(), "shop.js", "", "", null),
        play.slack());
  }
}
