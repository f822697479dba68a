package dev.suture.http;

import dev.suture.event.EventId;
import dev.suture.http.Route.Access;
import dev.suture.ingest.Intake;
import dev.suture.io.BoundedStream;
import dev.suture.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What Sentry's senders deliver in other forms than envelopes: reports of browsers, minidumps,
/// files that come after their event, heartbeats of jobs. Each becomes an envelope here.
final class SentryDeliveries {
  /// Browsers send less than a tenth of it.
  private static final long LARGEST_REPORT = 64 * 1024;

  /// Forms are read whole, so few at one time, and none of somebody without a key.
  private static final int LARGEST_FILE = 20 << 20;

  private static final long LARGEST_FORM = 24L << 20;
  private static final int FORMS = 4;
  private static final int FILES = 30;
  private static final byte[] MINIDUMP = {'M', 'D', 'M', 'P'};

  private final EnvelopeEndpoint envelopes;
  private final Semaphore forms = new Semaphore(FORMS);

  SentryDeliveries(Intake intake) {
    this.envelopes = new EnvelopeEndpoint(intake);
  }

  List<Route> routes(String below) {
    String project = below + "/api/{project}";
    List<Route> routes = new ArrayList<>();
    for (String path : List.of("/security", "/csp-report", "/nel")) {
      routes.add(open("POST", project + path, this::report));
    }
    routes.add(open("POST", project + "/minidump", call -> form(call, this::minidump)));
    routes.add(open("POST", project + "/unreal/{key}", this::unreal));
    routes.add(
        open("POST", project + "/events/{event}/attachments", call -> form(call, this::lateFiles)));
    for (String method : List.of("GET", "POST")) {
      routes.add(open(method, project + "/cron/{monitor}", call -> checkIn(call, "")));
      routes.add(
          open(
              method, project + "/cron/{monitor}/{key}", call -> checkIn(call, call.param("key"))));
    }
    return routes;
  }

  private static Route open(String method, String pattern, Endpoint endpoint) {
    return new Route(method, pattern, Access.anyone, endpoint);
  }

  /// A violation of a policy of a page, or what its browser could not reach.
  private Answer report(Call call) throws IOException, InterruptedException {
    byte[] report = call.bytes(LARGEST_REPORT);
    Map<String, String> where =
        Map.of(
            "sentry_release", call.query("sentry_release").orElse(""),
            "sentry_environment", call.query("sentry_environment").orElse(""));
    EnvelopeBody envelope = new EnvelopeBody(null).item("raw_security", where, report);
    Answer answer = envelopes.deliver(call, "", envelope.bytes());
    return answer.status() == 200 ? Answer.empty(201) : answer;
  }

  private Answer form(Call call, Endpoint reading) throws Exception {
    Optional<Answer> denied = envelopes.denied(call, "");
    if (denied.isPresent()) {
      return denied.get();
    }
    if (!forms.tryAcquire()) {
      return EnvelopeEndpoint.refuse(429, "too many files at one time").with("Retry-After", "5");
    }
    try {
      return reading.answer(call);
    } finally {
      forms.release();
    }
  }

  private Answer minidump(Call call) throws IOException, InterruptedException {
    Files files = files(call, "upload_file_minidump");
    if (files.dump() == null) {
      return EnvelopeEndpoint.refuse(
          400, "the form has no upload_file_minidump that begins with MDMP");
    }
    String id =
        EventId.parse(files.event().path("event_id").asString(""))
            .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
    EnvelopeBody envelope = new EnvelopeBody(id).item("event", Map.of(), crash(files.event(), id));
    envelope.item(
        "attachment",
        Map.of("filename", "minidump.dmp", "attachment_type", "event.minidump"),
        files.dump());
    files.rest().forEach((name, file) -> envelope.item("attachment", named(name), file));
    Answer answer = envelopes.deliver(call, "", envelope.bytes());
    return answer.status() == 200
        ? Answer.text(200, "text/plain", UUID.fromString(dashed(id)).toString())
        : answer;
  }

  private static Map<String, String> named(String name) {
    return Map.of("filename", name);
  }

  private static String dashed(String id) {
    return id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  /// What the sender says of the crash, as an event of a native program.
  private static byte[] crash(ObjectNode event, String id) {
    event.put("event_id", id);
    event.put("platform", "native");
    if (!event.has("level")) {
      event.put("level", "fatal");
    }
    if (!event.has("exception")) {
      ObjectNode thrown = event.putObject("exception").putArray("values").addObject();
      thrown.put("type", "Minidump");
      thrown.put("value", "A native program crashed; its minidump is attached.");
      thrown.putObject("mechanism").put("type", "minidump").put("handled", false);
    }
    return Json.MAPPER.writeValueAsBytes(event);
  }

  /// @param event the sender's own words on it; empty when it has none
  /// @param dump null when there was none
  private record Files(ObjectNode event, byte @Nullable [] dump, Map<String, byte[]> rest) {}

  private static Files files(Call call, String dumpName) throws IOException {
    ObjectNode event = Json.MAPPER.createObjectNode();
    byte @Nullable [] dump = null;
    Map<String, byte[]> rest = new LinkedHashMap<>();
    String type = call.header("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      byte[] body = call.bytes(LARGEST_FILE);
      return new Files(event, isDump(body) ? body : null, rest);
    }
    MultipartParts parts = new MultipartParts(bounded(call), type, LARGEST_FILE);
    MultipartParts.Part part;
    while ((part = parts.next()) != null) {
      if (part.name().equals(dumpName)) {
        dump = isDump(part.content()) ? part.content() : dump;
      } else if (part.name().equals("sentry")) {
        merge(event, part.content());
      } else if (!part.fileName().isEmpty() && rest.size() < FILES) {
        rest.put(part.fileName(), part.content());
      }
    }
    return new Files(event, dump, rest);
  }

  private static InputStream bounded(Call call) {
    return new BoundedStream(call.body(), LARGEST_FORM);
  }

  private static boolean isDump(byte[] bytes) {
    for (int i = 0; i < MINIDUMP.length; i++) {
      if (i >= bytes.length || bytes[i] != MINIDUMP[i]) {
        return false;
      }
    }
    return true;
  }

  private static void merge(ObjectNode event, byte[] json) {
    try {
      JsonNode sent = Json.MAPPER.readTree(json);
      if (sent != null && sent.isObject()) {
        sent.properties().forEach(field -> event.set(field.getKey(), field.getValue()));
      }
    } catch (JacksonException broken) {
      // The dump says enough.
    }
  }

  /// Counted, so that a game that still sends here is noticed, and refused.
  private Answer unreal(Call call) throws IOException, InterruptedException {
    EnvelopeBody envelope = new EnvelopeBody(null).item("unreal_report", Map.of(), new byte[0]);
    Answer answer = envelopes.deliver(call, call.param("key"), envelope.bytes());
    return answer.status() == 200
        ? EnvelopeEndpoint.refuse(
            415, "crash reports of the Unreal Engine are not read: send the minidump to /minidump/")
        : answer;
  }

  private Answer lateFiles(Call call) throws IOException, InterruptedException {
    String event =
        EventId.parse(call.param("event"))
            .orElseThrow(() -> Refusal.notFound("The path names no event id."));
    EnvelopeBody envelope = new EnvelopeBody(event);
    MultipartParts parts =
        new MultipartParts(bounded(call), call.header("Content-Type").orElse(""), LARGEST_FILE);
    MultipartParts.Part part;
    while ((part = parts.next()) != null) {
      envelope.item("attachment", named(part.fileName()), part.content());
    }
    Answer answer = envelopes.deliver(call, "", envelope.bytes());
    return answer.status() == 200 ? Answer.empty(201) : answer;
  }

  /// A heartbeat: in the query of a plain request, or as JSON.
  private Answer checkIn(Call call, String key) throws IOException, InterruptedException {
    ObjectNode checkIn = Json.MAPPER.createObjectNode();
    if (call.method().equals("POST")) {
      merge(checkIn, call.bytes(LARGEST_REPORT));
    }
    checkIn.put("monitor_slug", call.param("monitor"));
    for (String name : List.of("status", "environment", "check_in_id")) {
      call.query(name).ifPresent(value -> checkIn.put(name, value));
    }
    call.query("duration")
        .filter(text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?"))
        .ifPresent(text -> checkIn.put("duration", Double.parseDouble(text)));
    byte[] payload = Json.MAPPER.writeValueAsBytes(checkIn);
    EnvelopeBody envelope = new EnvelopeBody(null).item("check_in", Map.of(), payload);
    Answer answer = envelopes.deliver(call, key, envelope.bytes());
    return answer.status() == 200 ? Answer.empty(202) : answer;
  }
}
