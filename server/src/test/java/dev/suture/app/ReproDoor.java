package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import dev.suture.testing.Visit;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// A whole server whose project is a small shop of static files, with a real Chromium.
final class ReproDoor implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><title>Shop</title>
      <button>News</button><button>Dark</button><button>Light</button><button>Help</button>
      <label>Name <input></label><button>Empty the cart</button><button>Checkout</button>
      <p id="out"></p><script src="/shop.js"></script>
      """;

  /// A fault that needs two clicks and one answer.
  private static final String SHOP =
      """
      let cart = { items: [] };

      const get = (path) => fetch(path).then((answer) => answer.json());

      function say(text) {
        document.querySelector('#out').textContent = text;
      }

      function total() {
        return cart.items.length;
      }

      const does = {
        News: async () => say((await get('/api/news')).title),
        Dark: () => localStorage.setItem('theme', 'dark'),
        Light: () => localStorage.setItem('theme', 'light'),
        Help: async () => say((await get('/api/help')).text),
        'Empty the cart': async () => {
          cart = await get('/api/cart/empty');
        },
        Checkout: () => say(total()),
      };

      get('/api/cart').then((got) => {
        cart = got;
      });
      for (const button of document.querySelectorAll('button')) {
        button.onclick = does[button.textContent];
      }
      """;

  final Path data;
  final Origin origin;
  final Door door;
  final String live;

  ReproDoor(Path folder) throws Exception {
    data = folder.resolve("data");
    origin = new Origin(folder);
    origin.commit(
        "suture.yml",
        """
        static: site
        checks: grep -q . site/shop.js
        ship:
          content: grep -q html site/index.html
        """,
        "Say what it is");
    origin.commit("site/index.html", PAGE, "Page");
    origin.commit(
        "playwright.config.ts",
        """
        import { defineConfig } from "@playwright/test"

        const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium"
        const launchOptions = { executablePath, args: ["--no-sandbox"] }
        export default defineConfig({
          testDir: "./e2e",
          use: { baseURL: process.env.BASE_URL, launchOptions },
        })
        """,
        "Run tests");
    origin.commit(
        "e2e/home.spec.ts",
        """
        import { expect, test } from "@playwright/test"

        test("opens", async ({ page }) => {
            await page.goto("/")
            await expect(page).toHaveTitle("Shop")
        })
        """,
        "Test the home page");
    live = origin.commit("site/shop.js", SHOP, "Shop");
    origin.push("master");
    door =
        new Door(Config.of(Map.of("data", data.toString(), "port", "0", "sandbox", "unconfined")));
    send("PATCH", "/api/v1/projects/shop", "{\"repository\":\"" + origin.bare.toUri() + "\"}", 200);
  }

  /// Ninety seconds of a visitor who needs three clicks to break it.
  static Visit visit() {
    return new Visit()
        .open("/")
        .got("/api/cart", "{\"items\":[1,2]}")
        .click("News")
        .got("/api/news", "{\"title\":\"Sale\"}")
        .click("Dark")
        .click("Light")
        .type("Name", "Ada")
        .click("Help")
        .got("/api/help", "{\"text\":\"Ask us\"}")
        .click("Dark")
        .click("Empty the cart")
        .got("/api/cart/empty", "{\"items\":null}")
        .click("News")
        .got("/api/news", "{\"title\":\"Sale\"}")
        .click("Light")
        .click("Checkout");
  }

  /// @return id of the issue
  String captured(Visit visit, String type, String message, String function) throws Exception {
    byte[] envelope = visit.fails(type, message, function);
    assertThat(door.post(door.envelope(), envelope).statusCode()).isEqualTo(200);
    long project = door.project().id();
    Door.await(() -> door.suture().issues().issueOf(project, visit.event()).isPresent());
    return door.suture().issues().issueOf(project, visit.event()).orElseThrow();
  }

  JsonNode send(String method, String path, String body, int status) throws Exception {
    HttpResponse<String> response =
        door.send(
            door.to(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Json.MAPPER.readTree(response.body());
  }

  /// What a path answers once nothing of it runs any more.
  JsonNode settled(String path, Predicate<JsonNode> isRunning) throws Exception {
    JsonNode answer = door.json(path);
    for (int i = 0; i < 6_000 && isRunning.test(answer); i++) {
      Thread.sleep(50);
      answer = door.json(path);
    }
    assertThat(isRunning.test(answer)).as(answer.toString()).isFalse();
    return answer;
  }

  @Override
  public void close() {
    door.close();
  }
}
