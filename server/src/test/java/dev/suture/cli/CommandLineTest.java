package dev.suture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.Memory;
import dev.suture.hotfix.Origin;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.sourcemap.DebugIds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// Commands against an HTTP server in front of the real hotfix room on a real repository.
class CommandLineTest {
  private static final String ID = "hotfix-shop-1-checkout";

  @TempDir Path folder;

  private HttpServer server;
  private Origin origin;
  private Hotfixes hotfixes;
  private final Memory.Projects projects = new Memory.Projects();
  private final Map<String, String> environment = new HashMap<>();
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void serverIsUp() throws IOException {
    origin = Origin.shop(folder);
    projects.create("shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Memory.Issues issues = new Memory.Issues();
    issues.add("shop", 1, "src/Checkout.tsx");
    Memory.Deployments deployments = new Memory.Deployments();
    deployments.live("shop", "1.0.0", origin.at("refs/tags/v1^{commit}"));
    hotfixes =
        new Hotfixes(
            new Hotfixes.Sources(
                projects, issues, deployments, new Memory.KeptHotfixes(), new Memory.Exemptions()),
            new NativeGit(folder.resolve("repositories")),
            InstantSource.system());
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
    environment.put("SUTURE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void serverIsDown() {
    server.stop(0);
  }

  @Test
  void whatIsDoneWithIssuesIsAnsweredForEach() {
    assertThat(suture("issue", "resolve", "shop-1", "shop-9", "--next-release"))
        .isEqualTo(Failure.REFUSED);
    assertThat(out.toString()).contains("shop-1: resolved", "shop-9: There is none.");
    suture("issue", "archive", "shop-1", "--events", "100", "--within", "PT1H");
    suture("issue", "assign", "shop-1", "--to", "ann");
    suture("issue", "comment", "shop-1", "Only with an empty cart.");
    assertThat(requests)
        .anyMatch(each -> each.contains("\"kind\":\"resolveInNextRelease\""))
        .anyMatch(each -> each.contains("\"minutes\":60"))
        .anyMatch(each -> each.contains("\"assignee\":\"person:ann\""))
        .anyMatch(each -> each.contains("/issues/shop-1/comments"));
    assertThat(suture("issue", "archive", "shop-1", "--within", "PT1H"))
        .isEqualTo(Failure.CANNOT_TELL);
    assertThat(suture("issue")).isEqualTo(Failure.CANNOT_TELL);
  }

  @Test
  void guardSaysWhatIsOwedAndFailsUntilItIsPaid() {
    assertThat(suture("guard")).isZero();
    assertThat(out.toString()).contains("nothing owed");

    assertThat(suture("hotfix", "start", "shop-1")).isZero();
    assertThat(out.toString()).contains(ID + "  open", "git switch " + ID);
    origin.checkout(ID);
    origin.edit("src/Checkout.tsx", "line 10", "line ten", "Guard the empty cart");
    origin.push(ID);
    assertThat(suture("guard")).isZero();

    origin.git("checkout", "-q", "master");
    origin.git("merge", "-q", "--ff-only", ID);
    origin.push("master");
    assertThat(suture("guard")).isEqualTo(1);
    assertThat(out.toString())
        .contains(ID + " is in production and, on develop, missing", "git switch develop");
    assertThat(suture("hotfix", "status", ID)).isZero();
    assertThat(out.toString()).contains("production (master): merged.", "develop): missing.");
    assertThat(suture("guard", "--json")).isEqualTo(1);
    assertThat(Json.MAPPER.readTree(out.toString()).path("owed").path(0).path("id").asString(""))
        .isEqualTo(ID);

    origin.git("checkout", "-q", "develop");
    origin.git("merge", "-q", "--no-edit", ID);
    origin.push("develop");
    assertThat(suture("guard")).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(suture("hotfix", "list")).isZero();
    assertThat(out.toString()).contains("closed", "production merged, develop merged");

    origin.git("revert", "--no-edit", "-m", "1", "HEAD");
    origin.push("develop");
    assertThat(suture("guard")).isEqualTo(1);
    assertThat(out.toString()).contains("took it back");
  }

  @Test
  void guardCannotTellWhenTheOriginOrTheServerIsGone() throws IOException {
    suture("hotfix", "start", "shop-1");
    Files.move(origin.bare, folder.resolve("away.git"));
    assertThat(suture("guard")).isEqualTo(2);
    assertThat(err.toString()).contains("Cannot tell where " + ID, "repository address");
    server.stop(0);
    assertThat(suture("guard")).isEqualTo(2);
    assertThat(err.toString()).contains("No Suture server answers", "suture up", "--server URL");
  }

  @Test
  void refusalsOfTheServerAreShownWithTheirRemedy() {
    assertThat(suture("hotfix", "start", "shop-99")).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("suture: There is no issue with this id. See them all.\n");
  }

  @Test
  void capturedTextDoesNothingToATerminal() {
    assertThat(suture("issues")).isZero();
    assertThat(out.toString()).contains("shop-1").doesNotContain("\u001b");
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(suture("issue", "shop-1")).isZero();
    assertThat(out.toString()).contains("# Bundle").doesNotContain("\u001b");
  }

  @Test
  void readingCommandsPrintTheAnswerAsJson() {
    assertThat(suture("hotfix", "list", "--json")).isZero();
    JsonNode answer = Json.MAPPER.readTree(out.toString());
    assertThat(answer.path("hotfixes").isArray()).isTrue();
  }

  @Test
  void uploadsEachMapUnderItsDebugIdReleaseAndUrl() throws IOException {
    Path dist = Files.createDirectories(folder.resolve("dist/assets")).getParent();
    Files.writeString(dist.resolve("assets/app.js"), "a()\n//# sourceMappingURL=app.js.map\n");
    Files.writeString(
        dist.resolve("assets/app.js.map"),
        "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}");
    String[] upload = {"artifacts", "upload", dist.toString(), "--project", "shop"};
    assertThat(suture(upload)).isEqualTo(1);
    assertThat(err.toString()).contains("no debug id", "suture artifacts inject", "--release");

    assertThat(suture("artifacts", "inject", dist.toString())).isZero();
    assertThat(out.toString()).endsWith("  assets/app.js\n");
    String id = out.toString().substring(0, 36);
    assertThat(suture(upload)).isZero();
    String[] named = Arrays.copyOf(upload, upload.length + 4);
    System.arraycopy(
        new String[] {"--release", "1.0+2", "--url-prefix", "~/shop"}, 0, named, upload.length, 4);
    assertThat(suture(named)).isZero();
    String put = "PUT /api/v1/projects/shop/artifacts?debugId=" + id;
    assertThat(requests)
        .anyMatch(request -> request.startsWith(put + " {\"version\":3"))
        .anyMatch(
            request ->
                request.startsWith(put + "&release=1.0%2B2&url=%7E%2Fshop%2Fassets%2Fapp.js {"));
    assertThat(suture("artifacts", "upload", "nowhere", "--project", "shop")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no folder nowhere");
  }

  @Test
  void aServerThatCannotStartSaysWhy() {
    assertThat(suture("up", "--port", "1")).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("suture: port 1 is in use\n");
  }

  @Test
  void addsAProjectOrChangesTheOneThatIsThere() {
    assertThat(suture("project", "add", "app", "--develop", "next")).isZero();
    assertThat(requests)
        .contains(
            "POST /api/v1/projects"
                + " {\"lines\":{\"production\":\"master\",\"develop\":\"next\"},\"slug\":\"app\"}");
    assertThat(suture("project", "add", "shop", "--name", "The shop")).isZero();
    assertThat(requests).contains("PATCH /api/v1/projects/shop {\"name\":\"The shop\"}");
    assertThat(out.toString()).contains("http://key@host/1");
  }

  @Test
  void recordsADeployment() {
    assertThat(
            suture(
                "deploy",
                "record",
                "--project",
                "shop",
                "--release",
                "1.0",
                "--commit",
                "v1",
                "--kind",
                "hotfix"))
        .isZero();
    assertThat(requests)
        .contains(
            "POST /api/v1/projects/shop/deployments {\"environment\":\"production\","
                + "\"release\":\"1.0\",\"commit\":\"v1\",\"kind\":\"hotfix\"}");
  }

  @Test
  void findsTheServerByTheFileInItsDataFolder() throws IOException {
    String url = environment.remove("SUTURE_URL");
    Files.writeString(folder.resolve("server.json"), "{\"url\": \"" + url + "/\"}");
    assertThat(ServerAddress.find(null, folder, environment)).isEqualTo(URI.create(url));
    environment.put("SUTURE_DATA", folder.toString());
    assertThat(ServerAddress.find(null, null, environment)).isEqualTo(URI.create(url));
    environment.put("SUTURE_URL", "http://elsewhere:1");
    assertThat(ServerAddress.find(null, null, environment)).hasHost("elsewhere");
    assertThat(ServerAddress.find("http://here:2", null, environment)).hasHost("here");
    assertThat(ServerAddress.find(null, folder.resolve("none"), Map.of())).hasPort(7878);
    assertThat(suture("status", "--server", "elsewhere")).isEqualTo(2);
    assertThat(err.toString()).contains("http://HOST:PORT");
  }

  @Test
  void everyCommandHasHelpAndAWrongOneIsAnsweredWithUsage() {
    for (String[] command :
        List.<String[]>of(
            new String[] {"up"},
            new String[] {"mcp"},
            new String[] {"status"},
            new String[] {"guard"},
            new String[] {"hotfix", "start"},
            new String[] {"project", "add"},
            new String[] {"artifacts", "upload"},
            new String[] {"deploy", "record"})) {
      String[] help = Arrays.copyOf(command, command.length + 1);
      help[command.length] = "--help";
      assertThat(suture(help)).isZero();
      assertThat(out.toString()).contains("Usage: suture " + String.join(" ", command));
    }
    assertThat(suture("--help")).isZero();
    assertThat(out.toString()).contains("Exit codes:", "guard", "artifacts");
    assertThat(suture("hotfix")).isEqualTo(2);
    assertThat(suture("hotfx")).isEqualTo(2);
    assertThat(err.toString()).contains("hotfix");
    assertThat(suture("--version")).isZero();
    assertThat(out.toString().strip()).isEqualTo("Suture 0.1.0");
  }

  @Test
  void carriesMcpToTheServerThatIsFound() {
    assertThat(suture("mcp")).isZero();
    assertThat(requests).contains("bridge " + environment.get("SUTURE_URL"));
  }

  private int suture(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = SutureCommand.line(wiring(), new java.io.ByteArrayInputStream(new byte[0]));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private Wiring wiring() {
    return new Wiring(
        (_, _) -> {
          throw Failure.refused("port 1 is in use");
        },
        (uri, _, _, _) -> requests.add("bridge " + uri),
        new DebugIds(),
        environment,
        "0.1.0");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getRawPath();
    requests.add(
        (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
    Object answer;
    try {
      answer = answer(exchange.getRequestMethod(), path.replaceFirst("/api/v1/", ""));
    } catch (Unreachable unreachable) {
      answer = Optional.empty();
    }
    boolean found = !(answer instanceof Optional<?> optional) || optional.isPresent();
    byte[] bytes =
        found
            ? answer instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : Json.MAPPER.writeValueAsBytes(answer)
            : Json.MAPPER.writeValueAsBytes(
                Map.of(
                    "error",
                    Map.of(
                        "code",
                        "notFound",
                        "message",
                        "There is no issue with this id.",
                        "remedy",
                        "See them all.")));
    exchange.sendResponseHeaders(found ? 200 : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Object answer(String method, String path) throws Unreachable {
    String[] parts = path.split("/");
    return switch (method + " " + parts[0] + " " + parts[parts.length - 1]) {
      case "GET hotfixes hotfixes" -> Map.of("hotfixes", hotfixes.all());
      case "POST issues hotfix" -> hotfixes.start(parts[1]);
      case "POST issues comments" -> Map.of("id", 1);
      case "POST issues bulk" ->
          Map.of(
              "done",
              List.of(
                  Map.of("id", "shop-1", "outcome", "moved", "after", Map.of("state", "resolved")),
                  Map.of("id", "shop-9", "outcome", "missing", "message", "There is none.")));
      case "POST hotfixes check" -> hotfixes.check(parts[1]);
      case "GET issues issues" ->
          Map.of(
              "issues",
              List.of(
                  Map.of(
                      "issue",
                      Map.of("id", "shop-1", "title", "\u001b]0;x\u0007bad\nnews", "state", "new"),
                      "perHour",
                      List.of())));
      case "GET issues bundle" -> "# Bundle\n\u001b[2Jcaptured\n";
      case "GET projects projects" ->
          Map.of("projects", List.of(Map.of("slug", "shop", "lines", Lines.GIT_FLOW)));
      case "POST projects projects", "PATCH projects shop" -> Map.of("dsn", "http://key@host/1");
      case "POST projects deployments" ->
          Map.of("release", "1.0", "commit", "0".repeat(40), "environment", "production");
      case "PUT projects artifacts" -> Map.of();
      default -> Optional.<Hotfix>empty();
    };
  }
}
