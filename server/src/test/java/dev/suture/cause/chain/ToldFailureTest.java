package dev.suture.cause.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Failures of small programs in many styles: each is traced to the answer that held the bad value.
class ToldFailureTest {

  @ParameterizedTest
  @MethodSource("dev.suture.cause.chain.ToldFailure#all")
  void theAnswerThatHeldTheBadValueIsFound(ToldFailure failure) {
    assertThat(failure.found()).isEqualTo(failure.wants());
  }
}
