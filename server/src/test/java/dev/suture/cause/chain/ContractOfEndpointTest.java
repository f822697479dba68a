package dev.suture.cause.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.capture.Exchange;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What an endpoint answers at a field, beside an answer that was bad there.
class ContractOfEndpointTest {
  private static Exchange exchange(
      String method, String url, @Nullable String asked, String answered) {
    return new Exchange(
        "x",
        0,
        10,
        method,
        "https://shop.example" + url,
        200,
        Collections.emptySortedMap(),
        asked,
        Collections.emptySortedMap(),
        answered,
        null,
        null);
  }

  @Test
  void answersOfTheSameEndpointAreComparedWhateverTheirIds() {
    Exchange bad = exchange("GET", "/api/carts/17?full=1", null, "{\"items\":[{\"price\":null}]}");
    var compared =
        Contract.compare(
            bad,
            "$.items[0].price",
            List.of(
                bad,
                exchange("GET", "/api/carts/4", null, "{\"items\":[{\"price\":3},{\"price\":4}]}"),
                exchange("GET", "/api/carts/c81b4", null, "{\"items\":[{\"price\":5}]}"),
                exchange("POST", "/api/carts/4", null, "{\"items\":[{\"price\":\"x\"}]}"),
                exchange("GET", "/api/orders/4", null, "{\"items\":[{\"price\":\"x\"}]}")));
    assertThat(compared.words())
        .isEqualTo(
            "2 other answers of the same endpoint led to no such failure; at that field they have a"
                + " number in 2. The answer that failed differs from all of them.");
  }

  @Test
  void whatOthersHaveAsWellIsSaid() {
    Exchange bad = exchange("GET", "/api/tags", null, "{\"tags\":[]}");
    var compared =
        Contract.compare(
            bad,
            "$.tags",
            List.of(
                exchange("GET", "/api/tags", null, "{\"tags\":[]}"),
                exchange("GET", "/api/tags", null, "{\"tags\":[1]}"),
                exchange("GET", "/api/tags", null, "<html>")));
    assertThat(compared.words())
        .isEqualTo(
            "2 other answers of the same endpoint led to no such failure; at that field they have a"
                + " list with elements in 1, the same in 1.");
  }

  @Test
  void operationsOfGraphQlAreEndpointsOfTheirOwn() {
    String me = "{\"query\":\"query Me { me }\"}";
    String feed = "{\"query\":\"query Feed { feed }\",\"operationName\":\"Feed\"}";
    Exchange bad = exchange("POST", "/graphql", feed, "{\"data\":{\"feed\":null}}");
    var compared =
        Contract.compare(
            bad,
            "$.data.feed",
            List.of(exchange("POST", "/graphql", me, "{\"data\":{\"me\":{\"feed\":1}}}")));
    assertThat(compared.words()).isNull();
  }
}
