package dev.suture.cli;

import dev.suture.hotfix.Hotfix;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "status",
    description = "Look at the origin and say for each line whether it has the fix.")
final class HotfixStatusCommand extends ReadingCommand {
  @Parameters(
      paramLabel = "HOTFIX",
      arity = "0..1",
      description = "Id of the hotfix; all that are not closed when it is left out.")
  private @Nullable String id;

  HotfixStatusCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    String one = id;
    if (one != null) {
      return terminal.working("Looking at the origin", () -> check(api, one));
    }
    return terminal.working("Looking at the origin", () -> checkAll(api));
  }

  private static JsonNode checkAll(ApiClient api) {
    List<JsonNode> checked = new ArrayList<>();
    for (Hotfix hotfix : HotfixText.hotfixes(api.get(ApiClient.path("hotfixes")))) {
      if (hotfix.state() != Hotfix.State.closed) {
        checked.add(check(api, hotfix.id()));
      }
    }
    return Json.MAPPER.valueToTree(Map.of("hotfixes", checked));
  }

  static JsonNode check(ApiClient api, String id) {
    return api.send("POST", ApiClient.path("hotfixes", id, "check"), Map.of());
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    List<Hotfix> shown =
        answer.has("hotfixes") ? HotfixText.hotfixes(answer) : List.of(HotfixText.hotfix(answer));
    if (shown.isEmpty()) {
      terminal.say("No hotfix is under way.");
    }
    shown.forEach(hotfix -> HotfixText.show(hotfix, terminal));
  }
}
