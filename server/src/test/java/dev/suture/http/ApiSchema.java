package dev.suture.http;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `contract/api.schema.json`, asked whether an answer is what it says.
public final class ApiSchema {
  private static final String ID = "https://suture.dev/contract/api.schema.json";
  private static final String BUNDLE = "https://suture.dev/contract/bundle.schema.json";
  private static final SchemaRegistry REGISTRY = registry();

  private ApiSchema() {}

  /// @param definition name under `$defs`
  public static List<String> problems(String definition, String json) {
    List<String> problems = problemsAt(ID + "#/$defs/" + definition, json);
    return problems.isEmpty() && definition.equals("Bundle") ? problemsOfBundle(json) : problems;
  }

  /// By `contract/bundle.schema.json`, which stands alone.
  static List<String> problemsOfBundle(String json) {
    return problemsAt(BUNDLE, json);
  }

  private static List<String> problemsAt(String location, String json) {
    return REGISTRY.getSchema(SchemaLocation.of(location)).validate(json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static SchemaRegistry registry() {
    try {
      String text = Files.readString(Path.of("../contract/api.schema.json"));
      String bundle = Files.readString(Path.of("../contract/bundle.schema.json"));
      return SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(Map.of(ID, text, BUNDLE, bundle)));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
