package dev.suture.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Ended;
import dev.suture.repro.Applications.Served;
import dev.suture.repro.Applications.Stopped;
import dev.suture.repro.Applications.Task;
import dev.suture.repro.Applications.Unnamed;
import dev.suture.repro.Applications.Unservable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the code of a repository can and cannot do. On a machine without bubblewrap it can do
/// nothing at all, and the server says why.
final class SandboxTest {
  private static final int PROCESSES = 300;
  private static final int LONG = 300_000;
  private static final Sandbox SANDBOX = new Sandbox(Sandbox.Mode.confined, false, PROCESSES);

  @TempDir Path folder;

  private SandboxedApplications applications(Sandbox sandbox) {
    return applications(sandbox, Duration.ofMinutes(1));
  }

  private SandboxedApplications applications(Sandbox sandbox, Duration task) {
    return new SandboxedApplications(
        folder.resolve("builds"),
        new NativeGit(folder.resolve("clones")),
        sandbox,
        new SandboxedApplications.Limits(Duration.ofSeconds(2), task),
        InstantSource.system());
  }

  private Project project(Origin origin) {
    return new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
  }

  private Origin origin(String policy) {
    Origin origin = new Origin(folder);
    origin.commit("suture.yml", policy, "Say how it is checked");
    origin.git("push", "-q", "origin", "master");
    return origin;
  }

  private String checked(String command) throws Unservable {
    return checked(command, Duration.ofMinutes(1));
  }

  private String checked(String command, Duration limit) throws Unservable {
    Origin origin = origin("checks: \"" + command.replace("\"", "\\\"") + "\"\n");
    return switch (applications(SANDBOX, limit).run(project(origin), origin.head(), Task.checks)) {
      case Ended(String _, int exit, String said) -> exit + " " + said.strip();
      case Stopped(String _, String says, String said) -> says + " " + said.strip();
      case Unnamed(String says) -> says;
    };
  }

  @Test
  void tellsChecksThatWereStoppedFromNone() throws Exception {
    if (cannotRun()) {
      return;
    }
    assertThat(checked("echo begun; sleep 30", Duration.ofSeconds(2)))
        .isEqualTo("The command took longer than 2 s and was stopped. begun");
  }

  private boolean cannotRun() {
    if (SANDBOX.problem().isEmpty()) {
      return false;
    }
    assertThat(SANDBOX.problem().get()).contains("bubblewrap", "--sandbox unconfined");
    assertThatThrownBy(() -> checked("true")).isInstanceOf(Unservable.class);
    return true;
  }

  @Test
  void seesNothingOfTheMachineButItsPrograms() throws Exception {
    if (cannotRun()) {
      return;
    }
    Path secret = Files.writeString(folder.resolve("secret"), "top secret");
    assertThat(
            checked(
                "cat %s /etc/shadow; ls /root %s; cat /proc/1/environ; env; id -u"
                    .formatted(secret, folder)))
        .doesNotContain("top secret", "root:", "SUTURE", "JAVA_HOME")
        .matches("(?s).*(1000|60600)");
  }

  @Test
  void writesNowhereButIntoItsOwnFolder() throws Exception {
    if (cannotRun()) {
      return;
    }
    Path outside = folder.resolve("outside");
    String said =
        checked(
            "touch mine && echo mine; touch %s || echo kept; touch /usr/x || echo kept; ln -s %s out; echo x > out/y || echo kept"
                .formatted(outside, folder));
    assertThat(said).contains("mine").containsPattern("kept(?s:.*)kept(?s:.*)kept");
    assertThat(outside).doesNotExist();
    assertThat(folder.resolve("y")).doesNotExist();
  }

  @Test
  void reachesNoNetworkAndNoServerOfTheMachine() throws Exception {
    if (cannotRun()) {
      return;
    }
    try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String program =
          "const s=require('net').connect(%d,'127.0.0.1');s.on('connect',()=>{console.log('in');process.exit()});s.on('error',()=>console.log('none'))"
              .formatted(here.getLocalPort());
      assertThat(checked("node -e \"" + program + "\"; cat /proc/net/route | wc -l"))
          .contains("none")
          .doesNotContain("in\n")
          .endsWith("1");
    }
  }

  /// Sockets without a file, sockets with one, datagrams, and names.
  @Test
  void reachesNobodyByOtherWaysEither() throws Exception {
    if (cannotRun()) {
      return;
    }
    Path socket = folder.resolve("socket");
    String program =
        """
        const net = require('node:net');
        const dns = require('node:dns').promises;
        const fs = require('node:fs');
        const link = (path) =>
          new Promise((yes, no) => net.connect(path).on('connect', yes).on('error', no));
        const sent = () =>
          new Promise((yes, no) => {
            const socket = require('node:dgram').createSocket('udp4').on('error', no);
            socket.send('x', 53, '10.0.0.1', (refused) => (refused ? no(refused) : yes()));
          });
        const ways = {
          abstract: () => link('\\0suture-%d'),
          file: () => link('%s'),
          name: () => dns.lookup('example.com'),
          asked: () => new dns.Resolver({ timeout: 300, tries: 1 }).resolve4('example.com'),
          datagram: sent,
          address: () => link({ port: 80, host: '1.1.1.1' }),
          six: () => link({ port: 80, host: '2606:4700::1111' }),
          memory: () => {
            if (fs.readSync(fs.openSync('/proc/kcore'), Buffer.alloc(16)) === 0) throw 'empty';
          },
          kernel: () => fs.openSync('/proc/sys/kernel/core_pattern', 'r+'),
          host: () => fs.openSync('/proc/sys/kernel/hostname', 'r+'),
          keys: () => fs.readdirSync('/etc/ssl/private'),
          root: () => process.setuid(0),
        };
        (async () => {
          for (const [name, way] of Object.entries(ways)) {
            try {
              await way();
              console.log(name, 'in');
            } catch {
              console.log(name, 'none');
            }
          }
          process.exit();
        })();
        """
            .formatted(ProcessHandle.current().pid(), socket);
    try (ServerSocketChannel here = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      here.bind(UnixDomainSocketAddress.of(socket));
      Origin origin = new Origin(folder);
      origin.commit("try.js", program, "Try");
      origin.commit("suture.yml", "checks: node try.js\n", "Say how it is checked");
      origin.git("push", "-q", "origin", "master");
      assertThat(
              applications(SANDBOX).run(project(origin), origin.head(), Task.checks)
                      instanceof Ended ended
                  ? ended.said().lines().toList()
                  : List.of())
          .containsExactly(
              "abstract none",
              "file none",
              "name none",
              "asked none",
              "datagram none",
              "address none",
              "six none",
              "memory none",
              "kernel none",
              "host none",
              "keys none",
              "root none");
    }
  }

  /// Orphans of orphans, in sessions of their own, that hold what is printed open.
  @Test
  void leavesNoOrphanBehind() throws Exception {
    if (cannotRun()) {
      return;
    }
    String mark = "sleep 62.%06d".formatted(ProcessHandle.current().pid() % 1_000_000);
    assertThat(
            checked("( ( setsid sh -c '%s' & ) & ) ; nohup %s & echo left".formatted(mark, mark)))
        .startsWith("0")
        .contains("left");
    assertThat(
            ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains(mark)))
        .isEmpty();
  }

  /// Each process starts more, and none ends; the kernel stops it before the limit of time does.
  @Test
  void startsNoMoreProcessesThanItMay() throws Exception {
    if (cannotRun()) {
      return;
    }
    String said =
        checked(
            "i=0; while sleep 60 & do i=$((i+1)); echo started $i; done", Duration.ofMinutes(1));
    assertThat(said).containsPattern("(?i)fork|resource").contains("started ");
    assertThat(Integer.parseInt(said.replaceAll("(?s).*started (\\d+).*", "$1")))
        .isBetween(1, PROCESSES);
  }

  /// The bomb of a shell, which goes off until it is stopped.
  @Test
  void survivesAForkBomb() throws Exception {
    if (cannotRun()) {
      return;
    }
    String mark = "bomb_%d".formatted(ProcessHandle.current().pid());
    String said =
        checked(
            mark + "() { " + mark + " | " + mark + " & " + mark + "; }; " + mark + " 2>/dev/null",
            Duration.ofSeconds(2));
    assertThat(said).isNotEmpty();
    assertThat(
            ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains(mark)))
        .isEmpty();
  }

  /// Without end, and faster than anybody reads: the server keeps the end of it and no more.
  @Test
  void keepsOnlyTheEndOfWhatIsPrinted() throws Exception {
    if (cannotRun()) {
      return;
    }
    assertThat(checked("yes | head -c 20000000; echo the end"))
        .hasSizeLessThan(20_000)
        .endsWith("the end");
  }

  @Test
  void doesNotOutliveItsLimitWithAllThatItStarted() throws Exception {
    if (cannotRun()) {
      return;
    }
    String mark = "sleep 61.%06d".formatted(ProcessHandle.current().pid() % 1_000_000);
    Origin origin =
        origin("build: \"(setsid %s &) ; trap '' TERM; %s\"\nstatic: .\n".formatted(mark, mark));
    assertThatThrownBy(() -> applications(SANDBOX).serve(project(origin), origin.head()))
        .isInstanceOf(Unservable.class)
        .hasMessageContaining("took longer than 2 s");
    assertThat(
            ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.startsWith(mark)))
        .isEmpty();
  }

  @Test
  void servesAnApplicationThatOnlyTheServerReaches() throws Exception {
    if (cannotRun()) {
      return;
    }
    Origin origin = new Origin(folder);
    origin.commit(
        "server.js",
        "require('http').createServer((q,a)=>a.end(q.method+' '+q.url+'"
            + " '+q.headers.host)).listen(4321,'127.0.0.1')",
        "Serve");
    origin.commit("suture.yml", "start: node server.js --port 4321\n", "Say how");
    origin.git("push", "-q", "origin", "master");
    try (Served served = applications(SANDBOX).serve(project(origin), origin.head())) {
      var reply =
          served.ask(new Asked("POST", "/a?b=1", Map.of("host", "shop.example"), new byte[] {1}));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(new String(reply.body(), StandardCharsets.UTF_8))
          .isEqualTo("POST /a?b=1 shop.example");
    }
  }

  /// Also under a server of root, where the build is run as a user of its own.
  @Test
  void readsTheSystemsFilesInABuildThatReachesTheNetwork() throws Exception {
    if (cannotRun()) {
      return;
    }
    Origin origin =
        origin("build: cat /etc/passwd /etc/hosts > read && node --version\nchecks: cat read\n");
    try (Sandbox networked = new Sandbox(Sandbox.Mode.confined, true, PROCESSES)) {
      assertThat(applications(networked).run(project(origin), origin.head(), Task.checks))
          .isInstanceOfSatisfying(
              Ended.class, ended -> assertThat(ended.said()).contains("root:", "localhost"));
    }
  }

  /// The application has let go of an answer before all of it has passed the door.
  @Test
  void givesEveryAnswerWhole() throws Exception {
    if (cannotRun()) {
      return;
    }
    Origin origin = new Origin(folder);
    origin.commit(
        "server.js",
        "require('node:http').createServer((_, answer) =>"
            + " answer.end('x'.repeat(%d))).listen(4173, '127.0.0.1')".formatted(LONG),
        "Serve");
    origin.commit("suture.yml", "start: node server.js --port 4173\n", "Say how it is served");
    origin.git("push", "-q", "origin", "master");
    try (Served served = applications(SANDBOX).serve(project(origin), origin.head())) {
      Asked asked = new Asked("GET", "/", Map.of(), null);
      assertThat(IntStream.range(0, 400).map(_ -> served.ask(asked).body().length).distinct())
          .containsExactly(LONG);
    }
  }

  @Test
  void givesNoFileThatALinkOfAStaticFolderLeadsTo() throws Exception {
    Files.writeString(folder.resolve("secret"), "top secret");
    Path site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(site.resolve("index.html"), "hello");
    Files.createSymbolicLink(site.resolve("link.txt"), folder.resolve("secret"));
    try (StaticFolder served = new StaticFolder(site, site)) {
      assertThat(status(served, "/")).isEqualTo(200);
      assertThat(status(served, "/some/page")).isEqualTo(200);
      assertThat(status(served, "/link.txt")).isEqualTo(404);
      assertThat(status(served, "/../secret")).isEqualTo(404);
      assertThat(text(served, "/a")).isEqualTo("hello");
      assertThat(status(served, "/%2e%2e/secret.txt")).isEqualTo(404);
    }
  }

  @Test
  void isOffWhereTheOperatorSaysSo() {
    assertThat(new Sandbox(Sandbox.Mode.off, false).problem())
        .hasValueSatisfying(problem -> assertThat(problem).contains("switched off"));
  }

  private static int status(StaticFolder served, String path) {
    return served.ask(new Asked("GET", path, Map.of(), null)).status();
  }

  private static String text(StaticFolder served, String path) {
    return new String(
        served.ask(new Asked("GET", path, Map.of(), null)).body(), StandardCharsets.UTF_8);
  }
}
