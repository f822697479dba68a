package dev.suture.http;

import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Captures and the bytes of their parts. Parts are hostile: a browser that opens one runs nothing
/// of it.
final class CaptureApi {
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 100;
  private static final Set<String> SHOWN =
      Set.of("application/json", "text/plain", "image/png", "image/jpeg", "image/webp");

  private final Api.Rooms rooms;

  CaptureApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/captures/{id}", this::find),
        Api.operator("GET", "/captures/{id}/parts/{name}", this::part));
  }

  /// A recorder links to its capture as soon as it is accepted; digesting takes a moment longer.
  static Optional<Capture> awaited(Api.Rooms rooms, String id) {
    Optional<Capture> capture = rooms.captures().find(id);
    for (int attempt = 0; capture.isEmpty() && attempt < ATTEMPTS; attempt++) {
      if (!id.matches("[0-9a-f]{32}") || rooms.queue().backlog().arrivals() == 0) {
        break;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        break;
      }
      capture = rooms.captures().find(id);
    }
    return capture;
  }

  private Answer find(Call call) {
    return Answer.json(
        200,
        awaited(rooms, call.param("id"))
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "notFound",
                        "There is no capture with this id, or it is not digested yet.",
                        "Ask again in a moment if it was just sent; GET /api/v1/status shows the"
                            + " backlog.")));
  }

  private Answer part(Call call) throws IOException {
    String name = call.param("name");
    Part part =
        rooms
            .captures()
            .find(call.param("id"))
            .flatMap(capture -> capture.part(name))
            .orElseThrow(() -> Refusal.notFound("There is no such part of a capture."));
    byte[] content = rooms.blobs().get(part.blob());
    String tag = "\"" + hash(content) + "\"";
    Answer answer =
        call.header("If-None-Match").filter(tag::equals).isPresent()
            ? Answer.empty(304)
            : bytes(part, content);
    return sandboxed(answer.with("ETag", tag).with("Cache-Control", "private, no-cache"));
  }

  /// A browser that opens it runs nothing of it.
  static Answer sandboxed(Answer answer) {
    return answer
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "sandbox; default-src 'none'")
        .with("Cross-Origin-Resource-Policy", "same-origin");
  }

  static Answer bytes(Part part, byte[] content) {
    return SHOWN.contains(part.mediaType())
        ? Answer.bytes(200, part.mediaType(), content)
        : Answer.bytes(200, "application/octet-stream", content)
            .with("Content-Disposition", "attachment");
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
