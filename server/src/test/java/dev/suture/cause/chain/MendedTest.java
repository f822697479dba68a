package dev.suture.cause.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.cause.chain.History.Change;
import dev.suture.cause.chain.History.Hunk;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Which later commits mend a failure whose cause is known.
class MendedTest {
  private static final String API = "src/api/claims.ts";
  private static final Change SUSPECT =
      change(
          new Hunk(
              "src/api/client.ts",
              List.of("timeout: 10_000,"),
              List.of("timeout: 10_000,", "validateStatus: (status) => status < 500,")));

  private final Trail trail =
      Objects.requireNonNull(
          ToldFailure.all()
              .filter(each -> each.name().startsWith("what a refused payment gave"))
              .findFirst()
              .orElseThrow()
              .trail());

  @Test
  void aGuardOfTheBadFieldWhereItIsAskedFor() {
    String call = "const { data } = await client.post(`/claims/${id}/payouts`, { amount });";
    String guard = "if (!data.payout) throw new Error(data.message);";
    assertThat(isMended(new Hunk(API, List.of(), List.of(guard)))).isTrue();
    assertThat(isMended(new Hunk(API, List.of(), List.of("return data.payout ?? none;")))).isTrue();
    assertThat(isMended(new Hunk(API, List.of(call), List.of(call.replace("post", "post<Paid>")))))
        .isFalse();
    assertThat(isMended(new Hunk(API, List.of(), List.of("if (!data.payouts) return [];"))))
        .isFalse();
    assertThat(isMended(new Hunk(API, List.of(guard), List.of(guard + " // refused")))).isFalse();
    assertThat(isMended(new Hunk("src/other.ts", List.of(), List.of(guard)))).isFalse();
  }

  @Test
  void takingBackWhatTheSuspectAdded() {
    Hunk back =
        new Hunk(
            "src/api/client.ts", List.of("validateStatus: (status) => status < 500,"), List.of());
    assertThat(isMended(back)).isTrue();
  }

  private boolean isMended(Hunk hunk) {
    return new Mended(SUSPECT, trail, "$.payout").by(change(hunk));
  }

  private static Change change(Hunk hunk) {
    return new Change("c", "dev", Instant.EPOCH, "Change it", null, List.of(hunk));
  }
}
