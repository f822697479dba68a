package dev.suture.sourcemap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.SourceMapCompiler.NotASourceMap;
import dev.suture.testing.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is uploaded by mistake is named.
class NoSourceMapTest {
  private static final String MAP = "{\"version\":3,\"sources\":[],\"mappings\":\"\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!doctype html><title>404</title>|a page",
        "{\"version\":3,\"sour|breaks off",
        "''|empty",
        "'  '|empty",
        "console.log(1)|no JSON",
        "[]|no JSON object"
      })
  void isSaidInTheReason(String body, String reason) {
    refused(Bodies.bytes(body), reason);
  }

  @Test
  void gzipIsSaidToo() {
    refused(Bodies.gzip(Bodies.bytes(MAP)), "Content-Encoding: gzip");
  }

  private static void refused(byte[] body, String reason) {
    assertThatThrownBy(() -> new SourceMapDecoder().compile(body))
        .isInstanceOf(NotASourceMap.class)
        .hasMessageContaining(reason);
  }
}
