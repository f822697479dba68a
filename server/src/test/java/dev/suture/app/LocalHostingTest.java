package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.cli.Failure;
import dev.suture.cli.Hosting;
import dev.suture.cli.SutureCommand;
import dev.suture.cli.Wiring;
import dev.suture.hotfix.Origin;
import dev.suture.json.Json;
import dev.suture.mcp.Stdio;
import dev.suture.sourcemap.DebugIds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A server as `suture up` runs it, and the commands against it.
class LocalHostingTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void commandsFindTheServerAndLeadAProjectToItsLiveCommit() throws IOException {
    Origin origin = Origin.shop(folder);
    Path data = folder.resolve("data");
    Hosting.Running running = hosting().start(wish(data, 0), _ -> {});
    try {
      assertThat(running.address().toString()).startsWith("http://127.0.0.1:");
      assertThat(running.dsns()).isEmpty();
      assertThat(suture(data, "guard")).isZero();
      assertThat(suture(data, "project", "add", "shop", "--repository", origin.bare.toString()))
          .isZero();
      assertThat(out.toString()).containsPattern("http://[0-9a-f]{32}@127\\.0\\.0\\.1:\\d+/1");
      assertThat(suture(data, "project", "add", "shop", "--develop", "next")).isZero();
      assertThat(
              suture(
                  data,
                  "deploy",
                  "record",
                  "--project",
                  "shop",
                  "--release",
                  "1.0",
                  "--commit",
                  "v1"))
          .isZero();
      assertThat(out.toString()).contains(origin.at("refs/tags/v1^{commit}").substring(0, 12));
      assertThat(suture(data, "project", "list")).isZero();
      assertThat(out.toString()).contains("master, next", "1.0");
      assertThat(suture(data, "hotfix", "start", "shop-1")).isEqualTo(1);
      assertThat(err.toString()).contains("no issue");
      assertThat(suture(data, "issues")).isZero();
      assertThat(out.toString()).contains("No issue yet");
      assertThat(suture(data, "status", "--json")).isZero();
      assertThat(Json.MAPPER.readTree(out.toString()).path("backlog").path("arrivals").asInt(-1))
          .isZero();
    } finally {
      running.stop().run();
    }
    assertThat(data.resolve("server.json")).doesNotExist();
    assertThat(suture(data, "status", "--server", running.address().toString())).isEqualTo(2);
  }

  @Test
  void aPortInUseAndAWrongSettingAreSaidInASentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(
              () -> hosting().start(wish(folder.resolve("a"), taken.getLocalPort()), _ -> {}))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("" + taken.getLocalPort());
    }
    assertThatThrownBy(() -> hosting().start(wish(folder.resolve("b"), 70_000), _ -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("port");
  }

  @Test
  void theDemoNeedsItsCheckout() {
    Hosting.Wish demo = new Hosting.Wish(wish(folder.resolve("data"), 0).settings(), true);
    assertThatThrownBy(() -> hosting().start(demo, _ -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("seed.mjs")
        .hasMessageContaining("./suture");
    assertThat(folder.resolve("data/server.json")).doesNotExist();
  }

  @Test
  void theExtensionIsHandedOutWithTheDsn() throws IOException {
    Path built = Files.createDirectories(folder.resolve("web/extension/.output/chrome-mv3/icons"));
    Files.writeString(built.resolveSibling("manifest.json"), "{}");
    Files.writeString(built.resolve("16.png"), "icon");
    Path copy = UnpackedExtension.withDsn(folder, folder.resolve("data"), "http://k@h/1");
    assertThat(copy).isEqualTo(folder.resolve("data/extension"));
    assertThat(copy.resolve("icons/16.png")).hasContent("icon");
    assertThat(copy.resolve("suture.json")).hasContent("{\"dsn\":\"http://k@h/1\"}");
    assertThat(UnpackedExtension.withDsn(folder.resolve("none"), folder, "x")).isNull();
  }

  private Hosting hosting() {
    return new LocalHosting(folder, new DebugIds());
  }

  private static Hosting.Wish wish(Path data, int port) {
    return new Hosting.Wish(
        new TreeMap<>(Map.of("data", data.toString(), "port", Integer.toString(port))), false);
  }

  private int suture(Path data, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Wiring wiring =
        new Wiring(
            hosting(),
            (server, token, in, to) -> new Stdio(server.resolve("/mcp"), token, to).run(in),
            new DebugIds(),
            Map.of("SUTURE_DATA", data.toString()),
            Version.read());
    CommandLine line = SutureCommand.line(wiring, new ByteArrayInputStream(new byte[0]));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
