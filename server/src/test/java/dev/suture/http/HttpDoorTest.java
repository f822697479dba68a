package dev.suture.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.account.Principal;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpDoorTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private JettyServer server;

  record Greeting(String name) {}

  @BeforeAll
  void start() throws IOException {
    server =
        new JettyServer(
            new JettyServer.Binding("127.0.0.1", 0, List.of(URI.create("https://suture.example"))),
            List.of(
                new Route("GET", "/healthz", Route.Access.anyone, new HealthEndpoint(() -> true)),
                new Route(
                    "GET",
                    "/api/v1/issues/{id}",
                    Route.Access.operator,
                    call -> Answer.text(200, "text/plain", call.param("id"))),
                new Route(
                    "POST",
                    "/api/v1/greetings",
                    Route.Access.operator,
                    call -> Answer.json(200, call.json(Greeting.class))),
                new Route(
                    "POST",
                    "/open/{project}/",
                    Route.Access.anyone,
                    call -> Answer.text(200, "text/plain", "" + call.bytes(100_000).length)),
                new Route(
                    "GET",
                    "/broken",
                    Route.Access.operator,
                    _ -> {
                      throw new IllegalStateException("secret detail");
                    }),
                new Route(
                    "GET",
                    "/kept",
                    Route.Access.operator,
                    _ -> Answer.empty(304).with("ETag", "\"1\"")),
                new Route(
                    "GET",
                    "/large",
                    Route.Access.operator,
                    _ -> Answer.bytes(200, "application/octet-stream", new byte[1_000_000])),
                new Route(
                    "GET",
                    "/rest/{rest...}",
                    Route.Access.operator,
                    call -> Answer.text(200, "text/plain", call.param("rest"))),
                new Route("GET", "/{rest...}", Route.Access.visitor, StaticFiles.console())),
            new Guard(_ -> Principal.OPERATOR, (_, _) -> Optional.empty()));
    server.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void saysThatItIsReady() throws Exception {
    HttpResponse<String> answer = get("/healthz");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ready\"}");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void leavesThePolicyOfAKeptPageAlone() throws Exception {
    HttpResponse<String> answer = get("/kept");
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).isEmpty();
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void decodesVariableSegmentsAfterCuttingThePath() throws Exception {
    assertThat(get("/api/v1/issues/shop-1").body()).isEqualTo("shop-1");
    assertThat(get("/api/v1/issues/a%2Fb%20%C3%A4+%40").body()).isEqualTo("a/b ä+@");
    assertThat(get("/api/v1/issues/shop-1/").body()).isEqualTo("shop-1");
    assertThat(get("/rest/a/b%20c").body()).isEqualTo("a/b c");
    assertThat(get("/api/v1/issues/%ff").statusCode()).isEqualTo(400);
  }

  @Test
  void answersHeadWithTheHeadersOfGet() throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(request("/large").HEAD().build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).contains("1000000");
    assertThat(answer.body()).isEmpty();
    assertThat(get("/large").body()).hasSize(1_000_000);
  }

  @Test
  void namesTheMethodsOfAPathThatHasOthers() throws Exception {
    HttpResponse<String> answer = post("/api/v1/issues/shop-1", "{}");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET");
    assertThat(answer.body()).contains("\"code\":\"invalid\"").contains("\"remedy\":\"use GET\"");
    assertThat(post("/nowhere", "{}").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/nowhere").body()).contains("\"code\":\"notFound\"");
  }

  @Test
  void readsJsonAndSaysWhatIsWrongWithIt() throws Exception {
    assertThat(post("/api/v1/greetings", "{\"name\":\"Ada\",\"more\":1}").body())
        .isEqualTo("{\"name\":\"Ada\"}");
    HttpResponse<String> broken = post("/api/v1/greetings", "{\"name\":");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).contains("\"code\":\"invalid\"").contains("the body is no JSON");
    assertThat(post("/api/v1/greetings", "null").statusCode()).isEqualTo(400);
  }

  @Test
  void refusesABodyOverTheLimitAndStillAnswers() throws Exception {
    HttpResponse<String> answer = post("/open/1/", "x".repeat(20_000_000));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"code\":\"tooLarge\"").contains("100000");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void blamesTheSenderForABodyThatBreaksOff() throws Exception {
    String head = "POST /open/1/ HTTP/1.1\r\nHost: any.example\r\n";
    assertThat(cut(head + "Content-Length: 100\r\n\r\nonly this"))
        .startsWith("HTTP/1.1 400")
        .contains("broke off before its end");
    assertThat(cut(head + "Transfer-Encoding: chunked\r\n\r\nno length\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"invalid\"");
    assertThat(cut(head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  private String cut(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keepsTheReasonOfAFailureToItself() throws Exception {
    HttpResponse<String> answer = get("/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("logged as error").doesNotContain("secret", "Exception");
  }

  @Test
  void answersToItsOwnNamesOnly() throws Exception {
    assertThat(raw("GET /api/v1/issues/1 HTTP/1.1\r\nHost: evil.example\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("does not answer to the host name");
    assertThat(raw("GET /api/v1/issues/1 HTTP/1.1\r\nHost: localhost:1\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /api/v1/issues/1 HTTP/1.1\r\nHost: suture.example\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(raw("GET /api/v1/issues/1 HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(raw("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n")).startsWith("HTTP/1.1 200");
  }

  @Test
  void refusesPagesOfOtherSites() throws Exception {
    String line = "GET /api/v1/issues/1 HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n";
    assertThat(raw(line + "Origin: https://evil.example\r\n")).startsWith("HTTP/1.1 403");
    assertThat(raw(line + "Origin: null\r\n")).startsWith("HTTP/1.1 403");
    assertThat(raw(line + "Origin: http://localhost:" + server.port() + "\r\n"))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("Access-Control-Allow-Origin");
    assertThat(raw(line + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(
            raw(
                line
                    + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"
                    + "Sec-Fetch-Dest: document\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void letsEverySiteAskBeforeItSends() throws Exception {
    String asked =
        raw(
            "OPTIONS /open/1/ HTTP/1.1\r\nHost: any.example\r\nOrigin: https://shop.example\r\n"
                + "Access-Control-Request-Method: POST\r\n");
    assertThat(asked).startsWith("HTTP/1.1 204").contains("Access-Control-Allow-Origin: *");
    assertThat(asked).contains("x-sentry-auth");
    assertThat(raw("OPTIONS /api/v1/greetings HTTP/1.1\r\nHost: any.example\r\n"))
        .startsWith("HTTP/1.1 405")
        .doesNotContain("Access-Control-Allow-Origin");
  }

  @Test
  void boundsHeadersAndSpeaksOfItInTheContractsWords() throws Exception {
    assertThat(raw("GET /healthz HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n"))
        .startsWith("HTTP/1.1 431")
        .contains("\"code\":\"tooLarge\"");
    assertThat(raw("nonsense\r\n")).startsWith("HTTP/1.1 400");
  }

  @Test
  void showsHowToBuildAConsoleThatIsNotThereOrShowsIt() throws Exception {
    HttpResponse<String> page = get("/issues/shop-1");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self';")
        .contains("frame-ancestors 'none'");
    assertThat(get("/missing.js").statusCode()).isEqualTo(404);
    assertThat(get("/../../etc/passwd.txt").statusCode()).isEqualTo(400);
    assertThat(get("/%2e%2e/pom.json").statusCode()).isEqualTo(400);
  }

  @Test
  void saysThatThePortIsTaken() {
    JettyServer second =
        new JettyServer(new JettyServer.Binding("127.0.0.1", server.port(), List.of()), List.of());
    assertThatThrownBy(second::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return CLIENT.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String raw(String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
