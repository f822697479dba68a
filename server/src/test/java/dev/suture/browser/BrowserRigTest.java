package dev.suture.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Failure;
import dev.suture.repro.Place;
import dev.suture.repro.Recorded;
import dev.suture.repro.ReproVerdict.CannotTell;
import dev.suture.repro.ReproVerdict.NotReproduced;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Rig;
import dev.suture.repro.Trial;
import dev.suture.sandbox.Sandbox;
import dev.suture.sandbox.SandboxedApplications;
import dev.suture.sourcemap.BuiltStacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
  private String served;
  private String servedOtherwise;
  private String documented;
  private String bundled;
  private String bundledOtherwise;

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
    serve(origin);
    bundle(origin);
    origin.git("push", "-q", "origin", "master");
    project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    sandbox = new Sandbox(Sandbox.Mode.unconfined, false);
    applications =
        new SandboxedApplications(
            folder.resolve("builds"), new NativeGit(folder.resolve("clones")), sandbox, CLOCK);
    rig =
        new BrowserRig(
            applications, new BuiltStacks(), folder.resolve("browser"), System.getenv(), CLOCK);
  }

  private void serve(Origin origin) {
    origin.commit("suture.yml", "start: node server.js\n", "Serve");
    origin.commit(
        "site/shop.js",
        "fetch('/api/cart').then((got) => got.json()).then((cart) => cart.none.length);\n",
        "Fail by the answer");
    served =
        origin.commit(
            "server.js",
            """
            const { readFileSync } = require('node:fs');
            const cart = {};
            require('node:http').createServer((asked, answer) => {
              if (asked.url === '/api/cart') return answer.end(JSON.stringify(cart));
              answer.setHeader('content-type', asked.url === '/' ? 'text/html' : 'text/javascript');
              answer.end(readFileSync('site' + (asked.url === '/' ? '/index.html' : asked.url)));
            }).listen(process.env.PORT ?? 4321, '127.0.0.1');
            """,
            "Server");
    documented = origin.commit("README.md", "A shop.\n", "Say what it is");
    servedOtherwise =
        origin.edit("server.js", "const cart = {};", "const cart = {}; // or none", "Mend");
  }

  /// One line of a bundle, with a map that says which of two functions it comes from.
  private void bundle(Origin origin) {
    origin.commit("suture.yml", "static: site\n", "Bundle");
    origin.commit(
        "site/shop.js", "fetch('/api/cart').then(g=>g.json()).then(c=>c.none.length)\n", "Bundle");
    String source =
        "export function total(cart) {\\n  return cart.items.length;\\n}\\n"
            + "export function tax(cart) {\\n  return cart.taxes.length;\\n}\\n";
    String map =
        "{\"version\":3,\"sources\":[\"../src/cart.js\"],\"names\":[],\"sourcesContent\":[\""
            + source
            + "\"],\"mappings\":\"%s\"}";
    bundled = origin.commit("site/shop.js.map", map.formatted("AACS"), "Map");
    bundledOtherwise = origin.commit("site/shop.js.map", map.formatted("AAIS"), "Map");
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

  /// The mended server would have answered otherwise, but it is not asked: the data are not there.
  @Test
  void cannotTellOfACommitThatOnlyChangesTheServer() throws Exception {
    Played play = played(served, null);
    assertThat(rig.trial(project, play, served, Rig.Wish.QUICK).verdict())
        .isEqualTo(new Reproduced(2));
    Trial mendedThere = rig.trial(project, play, servedOtherwise, Rig.Wish.QUICK);
    assertThat(mendedThere.verdict())
        .isInstanceOfSatisfying(
            CannotTell.class, told -> assertThat(told.why()).contains("code of the server only"));
    assertThat(rig.trial(project, play, documented, Rig.Wish.QUICK).verdict())
        .isEqualTo(new Reproduced(2));
  }

  /// Both builds throw the same message in the same bundle; their maps tell the places apart.
  @Test
  void holdsAgainstEachOtherWhatTheMapsOfBothBuildsSay() throws Exception {
    Place total = new Place("src/cart.js", "total", "returncart.items.length;");
    Played play = played(bundled, total);
    Trial red = rig.trial(project, play, bundled, Rig.Wish.QUICK);
    assertThat(red.verdict()).as(log(red)).isEqualTo(new Reproduced(2));
    Trial green = rig.trial(project, play, bundledOtherwise, Rig.Wish.QUICK);
    assertThat(green.verdict()).as(log(green)).isEqualTo(new NotReproduced(2));
    assertThat(green.runs().getFirst().says()).contains("another error did");
  }

  /// Opens the page of [#served] or of a bundle, which fails by the first answer.
  private static Played played(String base, Place place) throws Exception {
    Played play =
        new Recorded()
            .with(
                "actions.json",
                """
                [{"at":%d,"kind":"navigate","url":"http://shop.example/","how":"load"}]\
                """,
                Recorded.AT)
            .with(
                "network.har",
                NETWORK.replaceAll("(?s),\\s*\\{\"_id\":\"x2\".*", "]}}").replace("[1]", "1"),
                Recorded.AT + 50)
            .with("storage.json", STORAGE)
            .read("TypeError", "Cannot read properties of undefined (reading 'length')", 100, base);
    Failure failure = play.failure();
    return new Played(
        play.issue(),
        base.substring(0, 32),
        base,
        play.scene(),
        play.steps(),
        play.exchanges(),
        play.channels(),
        new Failure(failure.type(), failure.message(), "shop.js", "", "", place),
        play.slack());
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

  /// A browser's socket has a short path, and a server's data may lie deep. Nothing is left there.
  @Test
  void runsWhereTheFolderOfTheServerLiesDeep(@TempDir Path folder) throws Exception {
    Path deep = folder.resolve("a".repeat(100)).resolve("browser");
    List<Path> before = temporary();
    try (BrowserRig rig =
        new BrowserRig(applications, new BuiltStacks(), deep, System.getenv(), CLOCK)) {
      Trial red = rig.trial(project, play(NETWORK), broken, new Rig.Wish(1, true));
      assertThat(red.verdict()).as(log(red)).isEqualTo(new Reproduced(1));
    }
    assertThat(temporary()).isEqualTo(before);
  }

  /// Each in a context of its own, and all say the same; what they leave is nothing.
  @Test
  void runsTwentyTimesInARowAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
    Path own = folder.resolve("browser");
    List<Path> before = temporary();
    try (BrowserRig rig =
        new BrowserRig(applications, new BuiltStacks(), own, System.getenv(), CLOCK)) {
      Trial red = rig.trial(project, play(NETWORK), broken, new Rig.Wish(20, false));
      assertThat(red.verdict()).as(log(red)).isEqualTo(new Reproduced(20));
    }
    assertThat(
            ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains(own.toString())))
        .isEmpty();
    assertThat(own.resolve("passing")).doesNotExist();
    assertThat(temporary()).isEqualTo(before);
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(each -> each.getFileName().toString().matches("suture-[0-9].*"))
          .sorted()
          .toList();
    }
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
            applications, new BuiltStacks(), folder.resolve("ill"), environment, CLOCK)) {
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
