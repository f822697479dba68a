package dev.suture.hook;

import dev.suture.dora.HookReader.NotUnderstood;
import dev.suture.dora.ListReader;
import dev.suture.dora.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the API of a tool has listed, as one JSON array, several after each other, or one object a
/// line.
public final class JsonList implements ListReader {
  private final String format;
  private final Entry entry;

  /// Reads one entry.
  private interface Entry {
    Notice read(JsonNode node, @Nullable String environment) throws NotUnderstood;
  }

  private JsonList(String format, Entry entry) {
    this.format = format;
    this.entry = entry;
  }

  public static List<ListReader> all() {
    return List.of(
        new JsonList(GitHubHook.SOURCE, JsonList::gitHub),
        new JsonList(GitLabHook.SOURCE, JsonList::gitLab),
        new JsonList(CdEventsHook.SOURCE, JsonList::cdEvent));
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public List<Row> read(byte[] body, @Nullable String environment) throws NotUnderstood {
    List<JsonNode> nodes = new ArrayList<>();
    String text = new String(body, StandardCharsets.UTF_8).strip();
    if (text.startsWith("[")) {
      // `gh api --paginate` writes one array after another.
      String joined = text.replaceAll("\\]\\s*\\[", ",");
      Payload.tree(joined.getBytes(StandardCharsets.UTF_8)).forEach(nodes::add);
    } else {
      for (String line : text.split("\\R+")) {
        nodes.add(Payload.tree(line.getBytes(StandardCharsets.UTF_8)));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode node : nodes) {
      rows.add(row(rows.size() + 1, node, environment));
    }
    return rows;
  }

  Row row(int line, JsonNode node, @Nullable String environment) {
    try {
      return Row.of(line, entry.read(node, environment));
    } catch (NotUnderstood wrong) {
      return Row.bad(line, wrong.getMessage());
    }
  }

  /// A deployment with its statuses under `statuses`; without them it is taken for done when it was
  /// changed last.
  static Notice gitHub(JsonNode node, @Nullable String environment) throws NotUnderstood {
    JsonNode deployment = node.has("deployment") ? node.path("deployment") : node;
    JsonNode statuses = node.path("statuses");
    Instant done = Payload.time(deployment, "/updated_at", "/created_at");
    if (statuses.isArray()) {
      done = null;
      for (JsonNode status : statuses) {
        if ("success".equals(Payload.text(status, "/state"))) {
          Instant at = Payload.time(status, "/created_at");
          done = done == null || (at != null && at.isBefore(done)) ? at : done;
        }
      }
    }
    return done == null
        ? new Notice.Nothing("It never succeeded.")
        : new Notice.Deployed(GitHubHook.told(deployment, done, environment));
  }

  static Notice gitLab(JsonNode node, @Nullable String environment) throws NotUnderstood {
    String status = Payload.text(node, "/status");
    return "success".equals(status)
        ? new Notice.Deployed(GitLabHook.told(node, environment))
        : new Notice.Nothing("It did not succeed.");
  }

  private static Notice cdEvent(JsonNode node, @Nullable String environment) throws NotUnderstood {
    JsonNode event = node.has("data") ? node.path("data") : node;
    return CdEventsHook.notice(
        event, node.path("type").asString(""), Payload.time(node, "/time"), environment);
  }
}
