package dev.suture.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://172.16.0.9/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "ftp://192.0.2.1/",
        "file:///etc/passwd",
        "http://name:word@192.0.2.1/"
      })
  void whatIsNotPublicIsNotCalled(String address) {
    try (Outbound outbound = new Outbound(Set.of(), Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> outbound.check(URI.create(address))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsPublicOrAllowedIsCalled() throws IOException {
    try (Outbound outbound = new Outbound(Set.of("127.0.0.1"), Duration.ofSeconds(1))) {
      outbound.check(URI.create("https://93.184.216.34/hook"));
      outbound.check(URI.create("http://127.0.0.1:9/hook"));
    }
  }

  @Test
  void signsAsEverybodyDoes() {
    byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    assertThat(Outbound.hmac("Jefe", body))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
