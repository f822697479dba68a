package dev.suture.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Recorded;
import dev.suture.repro.ReproVerdict.CannotTell;
import dev.suture.repro.ReproVerdict.NotReproduced;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Rig;
import dev.suture.repro.Trial;
import dev.suture.sandbox.Sandbox;
import dev.suture.sandbox.SandboxedApplications;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A small static shop in a real Chromium: each case needs something else of what was recorded.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserRigTest {
  private static final String ACTIONS =
      """
      [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"},
       {"at":%d,"kind":"click","target":{"tag":"button","css":"#buy","locators":[
         {"by":"testId","value":"gone","attribute":"data-testid","unique":true},
         {"by":"role","value":"Buy","role":"button","unique":true}]}}]\
      """;

  private static final String NETWORK =
      """
      {"log":{"entries":[
        {"_id":"x1","_at":%d,"time":5,"request":{"method":"GET","url":"http://shop.example/api/cart"},
         "response":{"status":200,"headers":[{"name":"content-type","value":"application/json"}],
          "content":{"text":"{\\"items\\":[1]}"}}},
        {"_id":"x2","_at":%d,"time":5,"request":{"method":"GET","url":"http://shop.example/api/cart"},
         "response":{"status":200,"headers":[{"name":"content-type","value":"application/json"}],
          "content":{"text":"{}"}}}]}}\
      """;

  private static final String STORAGE =
      "{\"local\":[{\"name\":\"theme\",\"value\":\"dark\"}],\"session\":[],\"databases\":[]}";

  /// Fails only where all that it is made of is as it was recorded.
  private static final String LIVE =
      """
      const once = (source, kind) => new Promise((done) => source.addEventListener(kind, done));
      const read = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
      async function show() {
        const socket = new WebSocket('ws://shop.example/prices?key=' + Math.random());
        const stream = new EventSource('/news');
        const price = JSON.parse((await once(socket, 'message')).data).price;
        const news = (await once(stream, 'sale')).data;
        const database = await read(indexedDB.open('shop', 2));
        const kept = await read(database.transaction('carts').objectStore('carts').get('mine'));
        const asked = await fetch('/graphql', { method: 'POST', body: '{"query":"query Who { me }"}' });
        const seen = [price, news, kept.since.getUTCFullYear(), sessionStorage.step,
          Math.random(), asked.status].join();
        out.textContent = seen;
        if (seen === '7,socks,2024,pay,0.25,404') null.items.length;
      }
      show();
      """;

  private static final InstantSource CLOCK = InstantSource.system();

  private Project project;
  private SandboxedApplications applications;
  private BrowserRig rig;
  private Sandbox sandbox;
  private String broken;
  private String mended;
  private String everything;

  @BeforeAll
  void start(@TempDir Path folder) {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", "static: site\n", "Say what it is");
    origin.commit(
        "site/index.html",
        "<!doctype html><p id=out></p><button id=buy>Buy</button><script src=shop.js></script>",
        "Page");
    broken =
        origin.commit(
            "site/shop.js",
            """
            const ask = () => fetch('/api/cart').then((answer) => answer.json());
            const facts = [localStorage.theme, new Date().getFullYear(), navigator.language,
              Intl.DateTimeFormat().resolvedOptions().timeZone, document.cookie.slice(0, 3)];
            out.textContent = facts.join();
            function show(cart) { out.textContent += cart.items.length; }
            ask().then(show);
            buy.onclick = async () => {
              if (facts.join() === 'dark,2026,de-DE,Asia/Tokyo,sid') show(await ask());
            };
            """,
            "Shop");
    origin.commit(
        "site/live/index.html",
        "<!doctype html><p id=out></p><script src=shop.js></script>",
        "Page");
    everything = origin.commit("site/live/shop.js", LIVE, "Show what is live");
    mended = origin.edit("site/shop.js", "cart.items.length", "cart.items?.length ?? 0", "Mend");
    origin.git("push", "-q", "origin", "master");
    project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
    applications =
        new SandboxedApplications(
            folder.resolve("builds"), new NativeGit(folder.resolve("clones")), sandbox, CLOCK);
    rig =
        new BrowserRig(
            applications, folder.resolve("browser"), System.getenv(), sandbox.problem(), CLOCK);
  }

  @AfterAll
  void stop() {
    rig.close();
    sandbox.close();
  }

  private Played play(String network) throws Exception {
    return new Recorded()
        .with("actions.json", ACTIONS, Recorded.AT, Recorded.AT + 300)
        .with("network.har", network, Recorded.AT + 50, Recorded.AT + 310)
        .with("storage.json", STORAGE)
        .read("TypeError", "Cannot read properties of undefined (reading 'length')", 320, broken);
  }

  @Test
  void showsTheFailureWhereItIsAndNotWhereItIsMended() throws Exception {
    Trial red = rig.trial(project, play(NETWORK), broken, new Rig.Wish(2, true));
    assertThat(red.verdict()).as(log(red)).isEqualTo(new Reproduced(2));
    assertThat(red.exhibits())
        .extracting(Trial.Exhibit::name)
        .containsExactly("log.txt", "screenshot.png", "trace.zip");
    Trial green = rig.trial(project, play(NETWORK), mended, Rig.Wish.QUICK);
    assertThat(green.verdict()).as(log(green)).isEqualTo(new NotReproduced(2));
  }

  @Test
  void playsSocketsStreamsDatabasesAndChance() throws Exception {
    Played play =
        new Recorded()
            .with(
                "actions.json",
                """
                [{"at":%d,"kind":"navigate","url":"http://shop.example/live/","how":"load"}]\
                """,
                Recorded.AT)
            .with(
                "channels.json",
                """
                [{"at":%d,"kind":"websocket","url":"ws://shop.example/prices?key=0.5","messages":[
                   {"after":5,"from":"page","text":"hello"},
                   {"after":20,"from":"server","text":"{\\"price\\":7}"}]},
                 {"at":%d,"kind":"eventsource","url":"http://shop.example/news","messages":[
                   {"after":30,"from":"server","type":"sale","text":"socks"}]}]\
                """,
                Recorded.AT + 20,
                Recorded.AT + 21)
            .with(
                "storage.json",
                """
                {"local":[],"session":[{"name":"step","value":"pay"}],"databases":[
                  {"name":"shop","version":2,"stores":[{"name":"carts","keyPath":[],
                    "autoIncrement":false,"indexes":[],"entries":[{"key":"\\"mine\\"",
                    "value":"{\\"since\\":{\\"$date\\":1714521600000}}"}]}]}]}\
                """)
            .with(
                "random.json",
                """
                {"seed":[1,2,3,4],"math":[0.5,0.25]}\
                """)
            .read("TypeError", "Cannot read properties of null (reading 'items')", 200, everything);
    Trial red = rig.trial(project, play, everything, new Rig.Wish(2, true));
    assertThat(red.verdict()).as(log(red)).isEqualTo(new Reproduced(2));
    assertThat(red.used().channels()).containsExactlyInAnyOrder(0, 1);
    assertThat(red.runs().getFirst().unrecorded())
        .containsExactly("POST http://shop.example/graphql");
  }

  @Test
  void namesWhatWasNotRecordedAndCallsNothingSureThen() throws Exception {
    String one = NETWORK.replaceAll("(?s),\\s*\\{\"_id\":\"x2\".*", "]}}");
    Played play = play(one.replace("/api/cart", "/api/other"));
    Trial trial = rig.trial(project, play, mended, new Rig.Wish(1, false));
    assertThat(trial.runs().getFirst().unrecorded()).contains("GET http://shop.example/api/cart");
    assertThat(trial.verdict()).isNotInstanceOf(Reproduced.class);
  }

  @Test
  void cannotTellWhereTheTargetOfAStepIsGone() throws Exception {
    Played play = play(NETWORK);
    Trial trial =
        rig.trial(
            project,
            new Recorded()
                .with(
                    "actions.json", ACTIONS.replace("Buy", "Sell"), Recorded.AT, Recorded.AT + 300)
                .read("TypeError", play.failure().message(), 320, null),
            mended,
            new Rig.Wish(1, false));
    assertThat(trial.verdict())
        .isInstanceOfSatisfying(
            CannotTell.class, told -> assertThat(told.why()).startsWith("Step 2 of 2 (click)"));
  }

  /// Node.js that ends at once, or after a while.
  @ParameterizedTest
  @ValueSource(strings = {"exit 3", "sleep 0.3; exit 0"})
  void tellsWhyWhereTheBrowsersProgramEndsAtItsStart(String says, @TempDir Path folder)
      throws Exception {
    Path node = Files.writeString(folder.resolve("node"), "#!/bin/sh\n" + says + "\n");
    assertThat(node.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PATH", folder.toString());
    try (BrowserRig ill =
        new BrowserRig(
            applications, folder.resolve("ill"), environment, sandbox.problem(), CLOCK)) {
      Trial trial = ill.trial(project, play(NETWORK), broken, Rig.Wish.QUICK);
      assertThat(trial.verdict())
          .isEqualTo(new CannotTell("Chromium cannot be driven on this server."));
      assertThat(log(trial)).contains("ended at its start");
    }
  }

  private static String log(Trial trial) {
    return trial.runs()
        + " "
        + trial.exhibits().stream()
            .filter(each -> each.name().equals("log.txt"))
            .map(each -> new String(each.content(), StandardCharsets.UTF_8))
            .toList();
  }
}
