package dev.suture.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
  private final AccessRules rules =
      new AccessRules(List.of(URI.create("https://suture.example")), () -> 7878);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.9", "[::1]", "0:0:0:0:0:0:0:1"})
  void aLoopbackNameCountsFromThisMachine(String address) {
    assertThatCode(() -> rules.check(new Asked(address, Map.of("Host", "localhost:7878"))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "10.0.0.1", "[2001:db8::1]", ""})
  void aFarPeerCannotPassForThisMachine(String address) {
    assertThatThrownBy(() -> rules.check(new Asked(address, Map.of("Host", "127.0.0.1:7878"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("host name");
  }

  @Test
  void aFarPeerReachesTheConfiguredName() {
    assertThatCode(() -> rules.check(new Asked("192.0.2.7", Map.of("Host", "suture.example"))))
        .doesNotThrowAnyException();
  }

  private record Asked(String address, Map<String, String> sent) implements Call {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return "/";
    }

    @Override
    public String param(String name) {
      return "";
    }

    @Override
    public Optional<String> query(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(sent.get(name));
    }

    @Override
    public List<String> headers(String name) {
      return header(name).stream().toList();
    }

    @Override
    public InputStream body() {
      return InputStream.nullInputStream();
    }

    @Override
    public byte[] bytes(long limit) {
      return new byte[0];
    }

    @Override
    public <T> T json(Class<T> type) {
      throw Refusal.invalid("no body", null);
    }
  }
}
