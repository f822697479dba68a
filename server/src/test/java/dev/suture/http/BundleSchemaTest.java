package dev.suture.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.cause.Bodies;
import dev.suture.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The failure bundle's published schema: it stands alone, and says what the API's does.
/// [ApiSchema] holds every bundle of the other tests against it as well.
class BundleSchemaTest {
  private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#/\\$defs/(\\w+)\"");

  @Test
  void saysWhatTheSchemaOfTheApiSays() throws IOException {
    JsonNode all = read("api").path("$defs");
    JsonNode bundle = read("bundle");
    Set<String> needed = new TreeSet<>();
    need("Bundle", all, needed);
    assertThat(bundle.path("$ref").asString()).isEqualTo("#/$defs/Bundle");
    assertThat(bundle.path("$defs").propertyNames())
        .as("`npm run generate` in web/ writes contract/bundle.schema.json anew")
        .containsExactlyInAnyOrderElementsOf(needed);
    assertThat(needed)
        .allSatisfy(name -> assertThat(bundle.path("$defs").path(name)).isEqualTo(all.path(name)));
  }

  @Test
  void refusesWhatIsNoBundle() throws Exception {
    String json = Json.MAPPER.writeValueAsString(Bodies.bundle("x"));
    assertThat(ApiSchema.problemsOfBundle(json)).isEmpty();
    assertThat(ApiSchema.problemsOfBundle(json.replace("\"impact\"", "\"imp\""))).isNotEmpty();
    assertThat(ApiSchema.problemsOfBundle(json.replace("\"fresh\"", "\"odd\""))).isNotEmpty();
  }

  private static void need(String name, JsonNode all, Set<String> needed) {
    if (needed.add(name)) {
      REFERENCE
          .matcher(all.path(name).toString())
          .results()
          .forEach(found -> need(found.group(1), all, needed));
    }
  }

  private static JsonNode read(String name) throws IOException {
    return Json.MAPPER.readTree(Files.readString(Path.of("../contract/" + name + ".schema.json")));
  }
}
