package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.suture.http.ApiSchema;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From a capture to the steps that a person reads, over HTTP and in a real Chromium.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReproductionTest {
  private ReproDoor shop;
  private String issue;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    shop = new ReproDoor(folder);
    issue =
        shop.captured(
            ReproDoor.visit(),
            "TypeError",
            "Cannot read properties of null (reading 'length')",
            "total");
  }

  @AfterAll
  void stop() {
    shop.close();
  }

  private JsonNode minimal() throws Exception {
    String path = "/api/v1/issues/" + issue + "/reproduction";
    if (shop.door.json(path).path("minimal").isMissingNode()) {
      shop.send("POST", path + "/minimal", "{}", 202);
    }
    return shop.settled(path, answer -> answer.at("/minimal/state").asString("").equals("running"));
  }

  @Test
  void leavesOutAllThatTheFailureComesWithout() throws Exception {
    JsonNode view = minimal();
    assertThat(ApiSchema.problems("ReproductionView", view.toString())).isEmpty();
    JsonNode minimal = view.path("minimal");
    assertThat(minimal.path("problem").asString("")).isEmpty();
    assertThat(minimal.path("steps").valueStream().map(step -> step.path("on").asString("")))
        .containsExactly("", "Empty the cart", "Checkout");
    assertThat(view.path("steps")).hasSize(11);
    List<String> needed =
        minimal
            .path("exchanges")
            .valueStream()
            .filter(each -> each.path("needed").asBoolean())
            .map(each -> each.path("url").asString())
            .toList();
    assertThat(needed).containsExactly("http://shop.example/api/cart/empty");
    assertThat(minimal.path("whole").asBoolean()).isTrue();
    assertThat(minimal.path("runs").asInt()).isLessThan(20);
  }

  @Test
  void becomesATestOfTheProjectThatFailsUntilItIsMended() throws Exception {
    minimal();
    JsonNode test = shop.door.json("/api/v1/issues/" + issue + "/reproduction/test");
    assertThat(ApiSchema.problems("ReproductionTest", test.toString())).isEmpty();
    assertThat(test.path("folder").asString()).isEqualTo("e2e");
    assertThat(test.path("steps").asInt()).isEqualTo(3);
    Files.createSymbolicLink(
        shop.origin.work.resolve("node_modules"), Path.of("../web/node_modules").toRealPath());
    for (JsonNode file : test.path("files")) {
      Files.writeString(
          shop.origin.work.resolve("e2e").resolve(file.path("name").asString()),
          file.path("text").asString());
    }
    String text = test.at("/files/0/text").asString();
    assertThat(text)
        .contains("import { expect, type Page, type Route, test } from \"@playwright/test\"\n")
        .contains("    await step(() => page.getByRole(\"button\", ");
    assertThat(playwright()).contains("1 failed").contains("reading 'length'");
    Path script = shop.origin.work.resolve("site/shop.js");
    String live = Files.readString(script);
    Files.writeString(script, live.replace("cart.items.length", "cart.items?.length ?? 0"));
    assertThat(playwright()).contains("1 passed");
    Files.writeString(script, live);
  }

  /// Last, for it deletes the issue.
  @Test
  @Order(Integer.MAX_VALUE)
  void provesAHotfixAndFindsWhatItCanDoWithout() throws Exception {
    JsonNode started = shop.send("POST", "/api/v1/issues/" + issue + "/hotfix", "{}", 201);
    String hotfix = started.path("id").asString();
    shop.origin.git("clean", "-fdq");
    shop.origin.checkout(hotfix);
    String script = "site/shop.js";
    shop.origin.edit(
        script, "let cart", "const count = (list) => list?.length ?? 0;\nlet cart", "Guard");
    shop.origin.edit(script, "cart.items.length", "count(cart.items)", "Use the guard");
    shop.origin.edit(script, "(await get('/api/help')).text", "'Ask us'", "Tidy");
    shop.origin.push("HEAD");
    String path = "/api/v1/hotfixes/" + hotfix;
    shop.send("POST", path + "/check", "{}", 200);

    shop.send("POST", path + "/proof", "{}", 202);
    JsonNode proof = shop.settled(path + "/proof", view -> view.path("running").asBoolean());
    assertThat(proof.path("proven").asBoolean()).as(proof.toString()).isTrue();
    assertThat(proof.at("/proof/checks/passed").asBoolean()).isTrue();
    opensItsGates(path);

    shop.send("POST", path + "/smallest", "{}", 202);
    JsonNode smallest =
        shop.settled(
            path + "/smallest", view -> view.at("/narrowing/state").asString("").equals("running"));
    assertThat(smallest.at("/narrowing/found/pieces").valueStream())
        .extracting(piece -> piece.path("verdict").asString())
        .as(smallest.toString())
        .containsExactly("needed", "needed", "notNeeded");
    String branch =
        shop.send("POST", path + "/smallest/branch", "{}", 201).at("/narrowing/branch").asString();
    assertThat(shop.origin.git(shop.origin.bare, "show", branch + ":" + script))
        .contains("count(cart.items)")
        .doesNotContain("'Ask us'");

    String shown = "/api/v1/issues/" + issue + "/reproduction";
    shop.send("POST", shown, "{}", 202);
    assertThat(shop.settled(shown, view -> view.path("running").asBoolean()).path("sightings"))
        .isNotEmpty();
    forgets(hotfix);
  }

  /// What this server has run itself is asked of nobody.
  private void opensItsGates(String path) throws Exception {
    JsonNode ship = shop.send("POST", path + "/ship", "{\"release\":\"shop@2\"}", 201);
    for (String name : List.of("proof", "checks", "content")) {
      JsonNode gate =
          ship.path("gates")
              .valueStream()
              .filter(each -> each.path("gate").asString().equals(name))
              .findFirst()
              .orElseThrow();
      assertThat(gate.path("state").asString()).as(gate.toString()).isEqualTo("passed");
      assertThat(gate.has("reporter")).isFalse();
    }
  }

  /// What was shown of a failure, pictures among it, goes with its issue.
  private void forgets(String hotfix) throws Exception {
    Path pictures = shop.data.resolve("blobs/proofs").resolve(hotfix);
    assertThat(pictures).isDirectory();
    shop.send(
        "POST",
        "/api/v1/issues/bulk",
        "{\"ids\":[\"" + issue + "\"],\"action\":{\"kind\":\"delete\"}}",
        200);
    assertThat(shop.door.get("/api/v1/issues/" + issue).statusCode()).isEqualTo(404);
    assertThat(shop.door.json("/api/v1/hotfixes/" + hotfix + "/proof").has("proof")).isFalse();
    assertThat(pictures).doesNotExist();
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + shop.data.resolve("suture.db"));
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM sighting), (SELECT count(*) FROM minimal),"
                    + " (SELECT count(*) FROM proof)")) {
      rows.next();
      assertThat(List.of(rows.getInt(1), rows.getInt(2), rows.getInt(3))).containsOnly(0);
    }
  }

  /// Runs the test against the shop as it is in the developer's folder.
  private String playwright() throws Exception {
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            shop.origin.work.resolve("site").toAbsolutePath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              "node", "node_modules/@playwright/test/cli.js", "test", issue, "--reporter=line");
      builder.environment().put("BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
      builder.environment().put("NO_COLOR", "1");
      Process process =
          builder.directory(shop.origin.work.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } finally {
      server.stop(0);
    }
  }
}
