package dev.suture.cli;

import dev.suture.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Finds the running server: what the caller says, then `SUTURE_URL`, then the file that a server
/// leaves in its data folder, then the usual port on this machine.
final class ServerAddress {
  /// Written by a running server into its data folder: `{"url": "http://127.0.0.1:7878"}`.
  static final String FILE = "server.json";

  static final int USUAL_PORT = 7878;

  private ServerAddress() {}

  static URI find(@Nullable String option, @Nullable Path data, Map<String, String> environment) {
    String said = option != null ? option : environment.get("SUTURE_URL");
    if (said != null && !said.isBlank()) {
      return checked(said);
    }
    Path file = dataFolder(data, environment).resolve(FILE);
    if (Files.isRegularFile(file)) {
      try {
        return checked(Json.MAPPER.readTree(Files.readString(file)).path("url").asString(""));
      } catch (IOException | JacksonException | Failure unread) {
        throw Failure.cannotTell(
            file + " does not name a server: delete it, or name the server with --server URL.");
      }
    }
    return URI.create("http://127.0.0.1:" + USUAL_PORT);
  }

  static Path dataFolder(@Nullable Path option, Map<String, String> environment) {
    if (option != null) {
      return option;
    }
    String said = environment.get("SUTURE_DATA");
    return Path.of(said == null || said.isBlank() ? "data" : said);
  }

  private static URI checked(String text) {
    try {
      URI uri = URI.create(text.strip().replaceAll("/+$", ""));
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw noAddress(text);
    }
    throw noAddress(text);
  }

  private static Failure noAddress(String text) {
    return Failure.cannotTell(
        "\"" + Terminal.cell(text, 80) + "\" is no server address: write http://HOST:PORT.");
  }
}
