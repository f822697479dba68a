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
import dev.suture.sourcemap.BuiltStacks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/// One seeded fault: what was captured, and the commits.
///
/// @param maps source maps of the build that was live, by the path of the built file
record Seeded(
    String name,
    Project project,
    String live,
    String fix,
    Map<String, Path> maps,
    Map<String, byte[]> parts) {

  static final String DEMO = "shop/demo";
  private static final long DEMO_ID = 1_000_000;

  static List<Seeded> read(Path faults, Path repositories, String wanted) throws IOException {
    List<Seeded> all = new ArrayList<>();
    List<Path> apps;
    try (var folders = Files.list(faults.resolve("apps"))) {
      apps = folders.sorted().toList();
    }
    long id = 0;
    for (Path app : apps) {
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
                  each.path("live").path("commit").asString(),
                  each.path("fix").path("commit").asString(),
                  maps(each.path("maps"), faults.resolve("captures").resolve("maps")),
                  parts(Files.readAllBytes(captures.resolve(name + ".envelope")))));
        }
      }
    }
    return all;
  }

  /// The bug of the demo, as whoever tries it runs into it.
  static Seeded demo(Path faults, Path repositories) throws IOException, InterruptedException {
    JsonNode commits = Packages.seedDemo(faults, repositories.resolve("shop"));
    Path origin = repositories.resolve("shop/origin.git");
    return new Seeded(
        DEMO,
        new Project(DEMO_ID, "demo", "The demo", origin.toString(), Lines.GIT_FLOW),
        commits.path("live").asString(),
        commits.path("fix").asString(),
        Map.of(),
        parts(Files.readAllBytes(faults.resolveSibling("demo").resolve("checkout.envelope"))));
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
              frame.path("in_app").asBoolean(true),
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
        Failure.of(
            thrown.path("type").asString(),
            thrown.path("value").asString(),
            new BuiltStacks().mapped(frames, this::map));
    return new Recordings(new Held(parts)).read(capture, failure, at, live);
  }

  private Optional<byte[]> map(String file) {
    Path map = maps.get(file.replaceAll("^https?://[^/]*|[?#].*$", ""));
    try {
      return map == null ? Optional.empty() : Optional.of(plain(Files.readAllBytes(map)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Path> maps(JsonNode list, Path folder) {
    Map<String, Path> maps = new HashMap<>();
    list.forEach(
        each ->
            maps.put(
                each.path("url").asString().substring(1),
                folder.resolve(each.path("file").asString())));
    return maps;
  }

  private static byte[] plain(byte[] packed) throws IOException {
    if (packed[0] != 0x1f) {
      return packed;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static Map<String, byte[]> parts(byte[] envelope) throws IOException {
    byte[] plain = plain(envelope);
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
