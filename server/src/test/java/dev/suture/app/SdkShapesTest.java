package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.http.ApiSchema;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Events in the shapes in which SDKs of many languages write them, from the door to every reader.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkShapesTest {
  private Door door;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    door = new Door(data);
  }

  @AfterAll
  void stop() {
    door.close();
  }

  /// Sends one event and reads the bundle of the issue that it became.
  private JsonNode bundle(String event) throws Exception {
    long before = stored();
    assertThat(
            door.post(door.envelope(), bytes("{}\n{\"type\":\"event\"}\n" + event + "\n"))
                .statusCode())
        .isEqualTo(200);
    assertThat(stored()).isEqualTo(before + 1);
    String page = get("/api/v1/issues?limit=1");
    assertThat(ApiSchema.problems("IssuePage", page)).isEmpty();
    String at = "/api/v1/issues/" + Json.MAPPER.readTree(page).at("/issues/0/issue/id").asString();
    assertThat(ApiSchema.problems("IssueDetail", get(at))).isEmpty();
    assertThat(get(at + "/bundle?format=markdown")).startsWith("## Verdict");
    String bundle = get(at + "/bundle");
    assertThat(ApiSchema.problems("Bundle", bundle)).isEmpty();
    return Json.MAPPER.readTree(bundle);
  }

  private long stored() throws InterruptedException {
    return door.count("event", "stored", "");
  }

  private String get(String path) throws Exception {
    var answer = door.send(door.to(path).GET().build());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "KeyError:"
            + " 'sku'|pay|{\"platform\":\"python\",\"timestamp\":\"2026-05-01T10:00:00.5Z\",\"exception\":{\"values\":[{\"type\":\"KeyError\",\"value\":\"'sku'\",\"module\":null,\"stacktrace\":{\"frames\":[{\"filename\":\"shop/cart.py\",\"module\":\"shop.cart\",\"function\":\"pay\",\"lineno\":7,\"in_app\":true,\"vars\":{\"a\":\"1\"}}]}}]},\"user\":{\"id\":7,\"data\":{\"plan\":{\"name\":\"x\"}}},\"tags\":{\"n\":5,\"none\":null}}",
        "*fmt.wrapError: pay:"
            + " boom|pay|{\"platform\":\"go\",\"exception\":[{\"type\":\"*errors.errorString\",\"value\":\"boom\",\"stacktrace\":{\"frames\":[{\"function\":\"pay\",\"module\":\"example/shop\",\"abs_path\":\"/src/shop/cart.go\",\"lineno\":10,\"in_app\":true}]}},{\"type\":\"*fmt.wrapError\",\"value\":\"pay:"
            + " boom\"}]}",
        "NoMethodError: undefined method 'pay' for"
            + " nil|pay|{\"platform\":\"ruby\",\"exception\":{\"values\":[{\"type\":\"NoMethodError\",\"value\":\"undefined"
            + " method 'pay' for"
            + " nil\",\"thread_id\":3,\"stacktrace\":{\"frames\":[{\"abs_path\":\"/app/cart.rb\",\"filename\":\"cart.rb\",\"function\":\"pay\",\"lineno\":3,\"in_app\":true,\"pre_context\":[null],\"context_line\":\"cart.pay\",\"post_context\":null}]}}]},\"fingerprint\":[]}",
        "RuntimeException:"
            + " boom|Shop\\Cart::pay|{\"platform\":\"php\",\"tags\":[],\"exception\":{\"values\":[{\"type\":\"RuntimeException\",\"value\":\"boom\",\"stacktrace\":{\"frames\":[{\"filename\":\"[internal]\",\"lineno\":0,\"function\":null},{\"filename\":\"/src/Cart.php\",\"lineno\":12,\"in_app\":true,\"function\":\"Shop\\\\Cart::pay\"}]}}]}}",
        "System.NullReferenceException: Object reference|void"
            + " Cart.Pay()|{\"platform\":\"csharp\",\"event_id\":\"FC6D8C0C-43FC-4630-AD85-0EE518F1B9D0\",\"exception\":{\"values\":[{\"type\":\"System.NullReferenceException\",\"value\":\"Object"
            + " reference\",\"thread_id\":1,\"stacktrace\":{\"frames\":[{\"function\":\"void"
            + " Cart.Pay()\",\"filename\":null,\"lineno\":0,\"colno\":null,\"in_app\":true,\"package\":\"Shop,"
            + " Version=1\",\"instruction_addr\":\"0x1\"}]}}]}}",
        "EXC_BAD_ACCESS: garbage|-[Cart"
            + " pay]|{\"platform\":\"cocoa\",\"exception\":{\"values\":[{\"type\":\"EXC_BAD_ACCESS\",\"value\":\"garbage\",\"thread_id\":0}]},\"threads\":{\"values\":[{\"id\":0,\"crashed\":true,\"stacktrace\":{\"frames\":[{\"function\":\"-[Cart"
            + " pay]\",\"package\":\"/var/Shop\",\"in_app\":true,\"instruction_addr\":\"0x19\"}]}},{\"id\":1}]}}",
        "IllegalStateException: no"
            + " cart|pay|{\"platform\":\"java\",\"dist\":\"3\",\"exception\":{\"values\":[{\"type\":\"IllegalStateException\",\"value\":\"no"
            + " cart\",\"module\":\"java.lang\",\"stacktrace\":{\"frames\":[{\"function\":\"pay\",\"module\":\"com.shop.Cart\",\"filename\":\"Cart.java\",\"lineno\":22,\"in_app\":true,\"native\":false}],\"snapshot\":true}}]}}",
      })
  void eventsOfEveryLanguageComeOutReadable(String title, String function, String event)
      throws Exception {
    JsonNode bundle = bundle(event);
    assertThat(bundle.at("/issue/title").asString()).isEqualTo(title);
    assertThat(bundle.at("/issue/culprit/function").asString()).isEqualTo(function);
    assertThat(bundle.at("/frames/0/frame/function").asString()).isEqualTo(function);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{}",
        "{\"exception\":\"boom\",\"release\":{\"version\":1},\"user\":\"joe\",\"tags\":7,\"threads\":true}",
        "{\"exception\":{\"values\":[{\"stacktrace\":{\"frames\":[{},null,{\"function\":null,\"lineno\":null,\"pre_context\":null}]}}]}}",
        "{\"message\":\"\\u0000\",\"release\":\"r\\u0000\",\"tags\":{\"k\\u0000\":\"v\\u0000\"},\"user\":{\"id\":\"\\u0000\"}}",
        "{\"message\":\"\\ud800\",\"release\":\"r\\ud800\",\"tags\":{\"k\\ud800\":\"\\udc00\"},\"environment\":\"\\ud800\",\"exception\":[{\"type\":\"T\\ud800\",\"stacktrace\":{\"frames\":[{\"function\":\"f\\ud800\",\"filename\":\"a\\ud800.py\",\"lineno\":1,\"in_app\":true}]}}]}",
      })
  void spoiltFieldsCostNeitherTheEventNorAReader(String event) throws Exception {
    assertThat(bundle(event).path("summary").asString()).startsWith("Issue shop-");
  }

  @Test
  void theBundleShowsTheCauseOfAChainWithItsStack() throws Exception {
    JsonNode bundle =
        bundle(
            """
            {"platform":"java","exception":{"values":[
            {"type":"NullPointerException","value":"price is null","stacktrace":{"frames":[
            {"function":"total","module":"com.shop.Cart","filename":"Cart.java","lineno":9,"in_app":true}]}},
            {"type":"ServletException","value":"request failed","stacktrace":{"frames":[
            {"function":"service","module":"com.shop.Door","filename":"Door.java","lineno":5,"in_app":true}]}}
            ]}}\
            """
                .replace("\n", ""));
    assertThat(bundle.at("/error/type").asString()).isEqualTo("ServletException");
    assertThat(bundle.at("/causes/0/value").asString()).isEqualTo("price is null");
    assertThat(bundle.at("/frames/0/frame/function").asString()).isEqualTo("total");
    assertThat(
            get("/api/v1/issues/" + bundle.at("/issue/id").asString() + "/bundle?format=markdown"))
        .contains("| caused by NullPointerException: price is null");
  }

  @Test
  void theBundleNamesTheTwoCallersAndCountsTheCallsOfOthersBetween() throws Exception {
    JsonNode bundle =
        bundle(
            """
            {"platform":"javascript","exception":{"values":[
            {"type":"TypeError","value":"no callers known","stacktrace":{"frames":[
            {"function":"boot","filename":"src/boot.js","lineno":1,"colno":1,"in_app":true},
            {"function":"route","filename":"src/route.js","lineno":2,"colno":1,"in_app":true},
            {"function":"run","filename":"node_modules/lib/run.js","lineno":3,"colno":1,"in_app":false},
            {"function":"call","filename":"node_modules/lib/run.js","lineno":4,"colno":1,"in_app":false},
            {"function":"pay","filename":"src/pay.js","lineno":5,"colno":1,"in_app":true},
            {"function":"total","filename":"src/cart.js","lineno":6,"colno":1,"in_app":true}]}}
            ]}}
            """
                .replace("\n", ""));
    assertThat(bundle.path("callers")).hasSize(2);
    assertThat(bundle.at("/callers/0/at/frame/function").asString()).isEqualTo("pay");
    assertThat(bundle.at("/callers/0/folded").asInt()).isZero();
    assertThat(bundle.at("/callers/1/at/frame/function").asString()).isEqualTo("route");
    assertThat(bundle.at("/callers/1/folded").asInt()).isEqualTo(2);
    assertThat(bundle.at("/reproduce/replayable").asBoolean()).isFalse();
    assertThat(bundle.at("/impact/trend").asString()).isEqualTo("fresh");
    assertThat(
            get("/api/v1/issues/" + bundle.at("/issue/id").asString() + "/bundle?format=markdown"))
        .contains(
            "## Caller 2, behind 2 calls that are not the application's", "| route (src/route")
        .contains("No earlier deployment into production is recorded");
  }
}
