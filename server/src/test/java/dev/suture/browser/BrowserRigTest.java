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

  private static final InstantSource CLOCK = InstantSource.system();

  private Project project;
  private SandboxedApplications applications;
  private BrowserRig rig;
  private Sandbox sandbox;
  private String broken;
  private String mended;

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
