package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.testing.Door;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenTelemetry's SDK for the JVM as its users have it, its exporters pointed here.
class OpenTelemetrySdkTest {
  private static final Resource SHOP =
      Resource.getDefault()
          .merge(
              Resource.create(
                  Attributes.builder()
                      .put("service.name", "shop")
                      .put("service.version", "1.4.2")
                      .put("deployment.environment.name", "production")
                      .build()));

  @Test
  void anExceptionThatIsLoggedAndRecordedInItsSpanCountsOnce(@TempDir Path data) throws Exception {
    try (Door door = new Door(data)) {
      String base = "http://127.0.0.1:" + door.suture().port();
      OtlpHttpLogRecordExporter logs =
          OtlpHttpLogRecordExporter.builder()
              .setEndpoint(base + "/api/" + door.project().id() + "/integration/otlp/v1/logs")
              .addHeader("x-sentry-auth", "sentry sentry_key=" + door.key())
              .setCompression("gzip")
              .build();
      OtlpHttpSpanExporter spans =
          OtlpHttpSpanExporter.builder()
              .setEndpoint(base + "/v1/traces")
              .addHeader("Authorization", "Bearer " + door.key())
              .build();
      assertThat(report(logs, spans)).isTrue();
      assertThat(door.count("event", "stored", "")).isEqualTo(1);
      assertThat(door.count("event", "filtered", "duplicate")).isEqualTo(1);
      assertThat(door.count("log", "filtered", "no exception")).isEqualTo(1);
      List<Issue> issues =
          door.suture().issues().list(new IssueStore.Query("shop", null, null), null, 10).issues();
      assertThat(issues).hasSize(1);
      String id = door.suture().issues().events(issues.getFirst().id(), 10).getFirst().id();
      Event event = door.suture().issues().event(door.project().id(), id).orElseThrow();
      assertThat(event.platform()).isEqualTo("java");
      assertThat(event.release()).isEqualTo("1.4.2");
      assertThat(event.thrown().getLast().value()).isEqualTo("/ by zero");
      Frame top = event.thrown().getLast().frames().getFirst();
      assertThat(top.module()).isEqualTo(OpenTelemetrySdkTest.class.getName());
      assertThat(top.function()).isEqualTo("report");
    }
  }

  /// Whether both exporters were content with their answers.
  private static boolean report(OtlpHttpLogRecordExporter logs, OtlpHttpSpanExporter spans) {
    SdkLoggerProvider loggers =
        SdkLoggerProvider.builder()
            .setResource(SHOP)
            .addLogRecordProcessor(BatchLogRecordProcessor.builder(logs).build())
            .build();
    SdkTracerProvider tracers =
        SdkTracerProvider.builder()
            .setResource(SHOP)
            .addSpanProcessor(BatchSpanProcessor.builder(spans).build())
            .build();
    RuntimeException failure =
        new IllegalStateException("cart 42", new ArithmeticException("/ by zero"));
    Span span = tracers.get("shop").spanBuilder("POST /checkout").startSpan();
    try (Scope _ = span.makeCurrent()) {
      span.recordException(failure);
      loggers
          .get("cart")
          .logRecordBuilder()
          .setSeverity(Severity.ERROR)
          .setBody("cart 42 cannot be priced")
          .setException(failure)
          .emit();
      loggers.get("cart").logRecordBuilder().setSeverity(Severity.INFO).setBody("fine").emit();
    }
    span.end();
    boolean logged = loggers.shutdown().join(10, TimeUnit.SECONDS).isSuccess();
    return tracers.shutdown().join(10, TimeUnit.SECONDS).isSuccess() && logged;
  }

  @Test
  void theDoorAnswersInTheNotationOfTheRequest(@TempDir Path data) throws Exception {
    try (Door door = new Door(data)) {
      byte[] broken = "nonsense".getBytes(StandardCharsets.UTF_8);
      HttpResponse<String> json =
          door.post(
              door.to("/v1/logs?sentry_key=" + door.key())
                  .header("Content-Type", "application/json; charset=utf-8"),
              broken);
      assertThat(json.statusCode()).isEqualTo(400);
      assertThat(json.body()).isEqualTo("{\"code\":3,\"message\":\"the body is no JSON\"}");
      HttpResponse<String> protobuf =
          door.post(
              door.to("/v1/traces?sentry_key=" + door.key())
                  .header("Content-Type", "application/x-protobuf"),
              broken);
      assertThat(protobuf.statusCode()).isEqualTo(400);
      assertThat(protobuf.headers().firstValue("Content-Type")).contains("application/x-protobuf");
      assertThat(protobuf.body()).startsWith("\b\3\22");
      assertThat(answer(door, "/v1/logs", "{}").statusCode()).isEqualTo(403);
      assertThat(answer(door, "/v1/logs?sentry_key=" + "0".repeat(32), "{}").statusCode())
          .isEqualTo(403);
      assertThat(answer(door, "/api/999/otlp/v1/logs?sentry_key=" + door.key(), "{}").statusCode())
          .isEqualTo(403);
      HttpResponse<String> empty = answer(door, "/v1/logs?sentry_key=" + door.key(), "{}");
      assertThat(empty.statusCode()).isEqualTo(200);
      assertThat(empty.body()).isEqualTo("{}");
      assertThat(empty.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }
  }

  @Test
  void anAnswerSaysHowManyRecordsWereTooMany(@TempDir Path data) throws Exception {
    try (Door door = new Door(data)) {
      String one =
          "{\"timeUnixNano\":\"1\",\"attributes\":[{\"key\":\"exception.type\",\"value\":"
              + "{\"stringValue\":\"E\"}},{\"key\":\"exception.message\",\"value\":"
              + "{\"stringValue\":\"%d\"}}]},";
      StringBuilder records = new StringBuilder();
      for (int i = 0; i < 503; i++) {
        records.append(one.formatted(i));
      }
      String body = "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + records + "{}]}]}]}";
      HttpResponse<String> answer = answer(door, "/v1/logs?sentry_key=" + door.key(), body);
      assertThat(answer.body())
          .contains("\"rejectedLogRecords\":\"3\"")
          .contains("send smaller batches");
      assertThat(door.count("event", "stored", "")).isEqualTo(500);
      assertThat(door.count("log", "limited", "too many exceptions")).isEqualTo(3);
    }
  }

  private static HttpResponse<String> answer(Door door, String path, String body) throws Exception {
    return door.post(
        door.to(path).header("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
