package dev.suture.hook;

import dev.suture.dora.HookReader.NotUnderstood;
import dev.suture.dora.ListReader.Row;
import dev.suture.dora.RemoteHistory;
import dev.suture.io.Outbound;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists the deployments of a repository by the API of GitHub or GitLab, page by page. No address
/// that an answer names is called.
public final class ForgeHistory implements RemoteHistory {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 200;
  private static final int LARGEST = 8 << 20;

  private final Outbound outbound;

  public ForgeHistory(Outbound outbound) {
    this.outbound = outbound;
  }

  @Override
  public void read(Place place, Consumer<Row> rows) throws IOException {
    switch (place.format()) {
      case "github" -> gitHub(place, rows);
      case "gitlab" -> gitLab(place, rows);
      default -> throw new IOException("Only github and gitlab can be asked.");
    }
  }

  private void gitHub(Place place, Consumer<Row> rows) throws IOException {
    if (!place.repository().matches("[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}")) {
      throw new IOException("A repository of GitHub is owner/name.");
    }
    String base = base(place, "https://api.github.com") + "/repos/" + place.repository();
    String only = place.environment() == null ? "" : "&environment=" + encoded(place.environment());
    Map<String, String> headers =
        place.token() == null
            ? Map.of("Accept", "application/vnd.github+json")
            : Map.of(
                "Accept",
                "application/vnd.github+json",
                "Authorization",
                "Bearer " + place.token());
    int line = 0;
    for (int page = 1; page <= MOST_PAGES; page++) {
      JsonNode listed =
          list(base + "/deployments?per_page=" + PAGE + "&page=" + page + only, headers);
      for (JsonNode deployment : listed) {
        String id = Payload.text(deployment, "/id");
        line++;
        if (id == null || !id.matches("[0-9]{1,20}") || !(deployment instanceof ObjectNode whole)) {
          rows.accept(Row.bad(line, "It has no number."));
          continue;
        }
        whole.set(
            "statuses", list(base + "/deployments/" + id + "/statuses?per_page=" + PAGE, headers));
        rows.accept(row(line, whole, true));
      }
      if (listed.size() < PAGE) {
        return;
      }
    }
  }

  private void gitLab(Place place, Consumer<Row> rows) throws IOException {
    String base =
        base(place, "https://gitlab.com") + "/api/v4/projects/" + encoded(place.repository());
    String only = place.environment() == null ? "" : "&environment=" + encoded(place.environment());
    Map<String, String> headers =
        place.token() == null ? Map.of() : Map.of("PRIVATE-TOKEN", place.token());
    int line = 0;
    for (int page = 1; page <= MOST_PAGES; page++) {
      JsonNode listed =
          list(
              base
                  + "/deployments?status=success&order_by=id&sort=asc&per_page="
                  + PAGE
                  + "&page="
                  + page
                  + only,
              headers);
      for (JsonNode deployment : listed) {
        rows.accept(row(++line, deployment, false));
      }
      if (listed.size() < PAGE) {
        return;
      }
    }
  }

  private static Row row(int line, JsonNode node, boolean ofGitHub) {
    try {
      return Row.of(line, ofGitHub ? JsonList.gitHub(node, null) : JsonList.gitLab(node, null));
    } catch (NotUnderstood wrong) {
      return Row.bad(line, wrong.getMessage());
    }
  }

  private JsonNode list(String address, Map<String, String> headers) throws IOException {
    Outbound.Reply reply = outbound.get(uri(address), headers, LARGEST);
    if (reply.status() != 200) {
      throw new IOException(
          switch (reply.status()) {
            case 401, 403 ->
                "It was refused (" + reply.status() + "): the token may not read this.";
            case 404 -> "There is no such repository, or the token may not see it.";
            case 429 -> "It has had too many questions; try again later.";
            default -> "It answered " + reply.status() + ".";
          });
    }
    try {
      JsonNode listed = Payload.tree(reply.body().getBytes(StandardCharsets.UTF_8));
      if (listed.isArray()) {
        return listed;
      }
    } catch (NotUnderstood noJson) {
      throw new IOException("What answers there is no such API.", noJson);
    }
    throw new IOException("What answers there is no such API.");
  }

  private static URI uri(String address) throws IOException {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException broken) {
      throw new IOException("This is no address.", broken);
    }
  }

  private static String base(Place place, String usual) {
    @Nullable String own = place.address();
    return own == null ? usual : own.replaceAll("/+$", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
