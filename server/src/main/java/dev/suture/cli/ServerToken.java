package dev.suture.cli;

import dev.suture.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Finds what a command signs in by: `SUTURE_TOKEN`, else the file that the server of the data
/// folder keeps there for whoever runs it. That one goes to its own server and to no other.
final class ServerToken {
  static final String FILE = "operator.token";

  private ServerToken() {}

  static @Nullable String find(URI server, @Nullable Path data, Map<String, String> environment) {
    String said = environment.get("SUTURE_TOKEN");
    if (said != null && !said.isBlank()) {
      return said.strip();
    }
    Path folder = ServerAddress.dataFolder(data, environment);
    try {
      String own =
          Json.MAPPER
              .readTree(Files.readString(folder.resolve(ServerAddress.FILE)))
              .path("url")
              .asString("");
      return own.equals(server.toString()) ? Files.readString(folder.resolve(FILE)).strip() : null;
    } catch (IOException | JacksonException notHere) {
      return null;
    }
  }
}
