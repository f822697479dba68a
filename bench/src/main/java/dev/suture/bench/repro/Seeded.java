package dev.suture.bench.repro;

import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.event.Frame;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Failure;
import dev.suture.repro.Recordings;
import dev.suture.repro.Reproduction.Played;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/// One seeded fault: what was captured, and the commits.
///
/// @param modules whether it is built with packages
record Seeded(
    String name,
    Project project,
    boolean modules,
    String live,
    String fix,
    Map<String, byte[]> parts) {

  static List<Seeded> read(Path faults, Path repositories, String wanted) throws IOException {
    List<Seeded> all = new ArrayList<>();
    List<Path> apps;
    try (var folders = Files.list(faults.resolve("apps"))) {
      apps = folders.sorted().toList();
    }
    long id = 0;
    for (Path app : apps) {
      boolean modules =
          Json.MAPPER.readTree(Files.readAllBytes(app.resolve("app.json"))).has("modules");
      Path captures = faults.resolve("captures").resolve(app.getFileName());
      JsonNode truth = Json.MAPPER.readTree(Files.readAllBytes(captures.resolve("truth.json")));
      for (JsonNode each : truth.path("cases")) {
        String name = each.path("case").asString();
        String whole = app.getFileName() + "/" + name;
        id++;
        if (whole.matches(wanted)) {
          Project project =
              new Project(
                  id,
                  "case-" + id,
                  whole,
                  repositories.resolve(whole + ".git").toString(),
                  Lines.GIT_FLOW);
          all.add(
              new Seeded(
                  whole,
                  project,
                  modules,
                  each.path("live").path("commit").asString(),
                  each.path("fix").path("commit").asString(),
                  parts(Files.readAllBytes(captures.resolve(name + ".envelope")))));
        }
      }
    }
    return all;
  }

  Played play() throws Recordings.Unfit {
    JsonNode event = Json.MAPPER.readTree(parts.get("event"));
    JsonNode thrown = event.path("exception").path("values").path(0);
    List<Frame> frames = new ArrayList<>();
    for (JsonNode frame : thrown.path("stacktrace").path("frames")) {
      frames.addFirst(
          new Frame(
              frame.path("function").asString(""),
              frame.path("filename").asString(""),
              frame.path("lineno").asInt(),
              frame.path("colno").asInt(),
              true,
              null,
              null,
              null,
              null));
    }
    List<Part> named = new ArrayList<>();
    parts.forEach(
        (part, bytes) -> named.add(new Part(part, "application/json", bytes.length, part)));
    Instant at = Instant.ofEpochMilli((long) (event.path("timestamp").asDouble() * 1000));
    Capture capture =
        new Capture(
            project.slug(), project.id(), project.slug() + "-1", null, null, at, at, "", named);
    Failure failure =
        Failure.of(thrown.path("type").asString(), thrown.path("value").asString(), frames);
    return new Recordings(new Held(parts)).read(capture, failure, at, live);
  }

  private static Map<String, byte[]> parts(byte[] envelope) throws IOException {
    byte[] plain = envelope;
    if (envelope[0] == 0x1f) {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(envelope))) {
        plain = in.readAllBytes();
      }
    }
    Map<String, byte[]> parts = new HashMap<>();
    int at = endOfLine(plain, 0) + 1;
    while (at < plain.length) {
      int end = endOfLine(plain, at);
      JsonNode header = Json.MAPPER.readTree(Arrays.copyOfRange(plain, at, end));
      int length = header.path("length").asInt();
      String name = header.path("filename").asString(header.path("type").asString());
      parts.put(name, Arrays.copyOfRange(plain, end + 1, end + 1 + length));
      at = end + 1 + length + 1;
    }
    return parts;
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
