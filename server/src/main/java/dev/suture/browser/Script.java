package dev.suture.browser;

import dev.suture.json.Json;
import dev.suture.repro.Reproduction.Played;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The scripts that a run brings into a page.
enum Script {
  PREPARE("prepare.js"),
  STORE("store.js"),
  IDLE("idle.js");

  private static final List<String> KEPT = List.of("local", "session", "databases");

  private final String text;

  Script(String file) {
    try (InputStream in = Script.class.getResourceAsStream("/browser/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: " + file + " is missing");
      }
      String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      this.text = whole.replaceAll("(?m)^//.*\n", "").strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String text() {
    return text;
  }

  /// What the first script is called with, as a literal.
  ///
  /// @param shift milliseconds from this machine's clock to the page's
  static String setup(Played play, double shift) {
    ObjectNode setup = Json.MAPPER.createObjectNode();
    setup.put("shift", Math.round(shift));
    setup.set("random", Json.MAPPER.readTree(play.scene().state()).path("random"));
    setup.set("channels", Json.MAPPER.valueToTree(play.channels()));
    return Json.MAPPER.writeValueAsString(setup);
  }

  /// Whether anything was kept when the recording began.
  static boolean keeps(String state) {
    JsonNode all = Json.MAPPER.readTree(state);
    return KEPT.stream().anyMatch(name -> !all.path(name).isEmpty());
  }

  static Object kept(String state) {
    return Json.MAPPER.convertValue(Json.MAPPER.readTree(state), java.util.Map.class);
  }
}
