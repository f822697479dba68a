package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.suture.testing.Visit;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// An exported test of a page that lives by a socket, a stream of events, a database and what it
/// has kept, run by the project's own Playwright.
final class ExportedTest {
  /// Fails only where all of it is there by the click, and the second event after the first click.
  private static final String SHOP =
      """
      const cart = {};
      const seen = { draw: Math.random(), step: sessionStorage.step, theme: localStorage.theme };
      const read = (request) =>
        new Promise((done) => { request.onsuccess = () => done(request.result); });
      new WebSocket(`ws://${location.host}/prices`).onmessage = (message) => {
        seen.price = JSON.parse(message.data).price;
      };
      const news = new EventSource('/news');
      news.addEventListener('sale', (event) => { seen.sale = event.data; });
      news.onmessage = (event) => { seen.said = event.data; };
      async function keep() {
        const database = await read(indexedDB.open('shop', 2));
        const mine = await read(database.transaction('carts').objectStore('carts').get('mine'));
        seen.since = mine?.since.getUTCFullYear();
      }
      function total() {
        const { draw, step, theme, price, sale, said, since, early } = seen;
        const all = [draw, step, theme, price, sale, said, since, early].join();
        document.querySelector('#out').textContent = all;
        return all === '0.5,pay,dark,7,socks,last,2024,socks' ? cart.items.length : 0;
      }
      const does = {
        News: () => { seen.early = `${seen.sale}${seen.said ?? ''}`; },
        Checkout: () => total(),
      };
      for (const button of document.querySelectorAll('button')) {
        button.onclick = does[button.textContent];
      }
      keep();
      """;

  private static final String CHANNELS =
      """
      [{"at":{at},"kind":"websocket","url":"ws://shop.example/prices","messages":[
         {"after":5,"from":"page","text":"hello"},
         {"after":60,"from":"server","text":"{\\"price\\":7}"}]},
       {"at":{at},"kind":"eventsource","url":"http://shop.example/news","messages":[
         {"after":30,"from":"server","type":"sale","text":"socks"},
         {"after":300,"from":"server","text":"last"}]}]\
      """;

  private static final String STORAGE =
      """
      {"local":[{"name":"theme","value":"dark"}],"session":[{"name":"step","value":"pay"}],
       "databases":[{"name":"shop","version":2,"stores":[{"name":"carts","keyPath":[],
         "autoIncrement":false,"indexes":[],"entries":[{"key":"\\"mine\\"",
         "value":"{\\"since\\":{\\"$date\\":1714521600000}}"}]}]}]}\
      """;

  @Test
  void failsOnWhatIsLiveAndPassesOnTheMend(@TempDir Path folder) throws Exception {
    try (ReproDoor shop = new ReproDoor(folder)) {
      shop.origin.commit("site/shop.js", SHOP, "Show what is live");
      shop.origin.push("master");
      Visit visit =
          new Visit()
              .open("/")
              .with("channels.json", CHANNELS)
              .with("storage.json", STORAGE)
              .with("random.json", "{\"seed\":[1,2,3,4],\"math\":[0.5]}")
              .click("News")
              .click("Checkout");
      String issue =
          shop.captured(
              visit,
              "TypeError",
              "Cannot read properties of undefined (reading 'length')",
              "total");
      JsonNode test = shop.door.json("/api/v1/issues/" + issue + "/reproduction/test");
      Path work = shop.origin.work;
      Files.createSymbolicLink(
          work.resolve("node_modules"), Path.of("../web/node_modules").toRealPath());
      for (JsonNode file : test.path("files")) {
        Files.writeString(
            work.resolve("e2e").resolve(file.path("name").asString()),
            file.path("text").asString());
      }
      assertThat(playwright(work, issue)).contains("1 failed").contains("reading 'length'");
      Path script = work.resolve("site/shop.js");
      Files.writeString(script, SHOP.replace("cart.items.length", "cart.items?.length ?? 0"));
      assertThat(playwright(work, issue)).contains("1 passed");
    }
  }

  private static String playwright(Path work, String issue) throws Exception {
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            work.resolve("site").toAbsolutePath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              "node", "node_modules/@playwright/test/cli.js", "test", issue, "--reporter=line");
      builder.environment().put("BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
      builder.environment().put("NO_COLOR", "1");
      Process process = builder.directory(work.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } finally {
      server.stop(0);
    }
  }
}
