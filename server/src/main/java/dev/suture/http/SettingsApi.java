package dev.suture.http;

import dev.suture.event.scrub.Scrubber;
import dev.suture.ingest.filter.Inbound;
import dev.suture.project.NearestName;
import dev.suture.project.Project;
import dev.suture.project.Settings;
import dev.suture.project.SettingsCheck;
import dev.suture.project.SettingsStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// What a project wants done with what arrives: read whole, changed section by section.
final class SettingsApi {
  private static final long MOST_BYTES = 256 * 1024;
  private static final int CHANGES = 20;

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Api.Rooms rooms;

  SettingsApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/settings", this::find),
        Api.operator("PATCH", "/projects/{slug}/settings", this::change));
  }

  private Answer find(Call call) {
    return Answer.json(200, view(rooms.project(call.param("slug"))));
  }

  private Answer change(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    SettingsChange change = read(call.bytes(MOST_BYTES));
    Settings old = rooms.settings().of(project.id());
    Settings changed =
        new Settings(
            change.platform() == null ? old.platform() : change.platform(),
            change.filters() == null ? old.filters() : change.filters(),
            change.scrubbing() == null ? old.scrubbing() : change.scrubbing(),
            change.limits() == null ? old.limits() : change.limits());
    Optional<String> problem =
        SettingsCheck.problem(changed)
            .or(() -> Scrubber.problem(changed.scrubbing()))
            .or(() -> Inbound.problem(changed.filters()));
    if (problem.isPresent()) {
      throw Refusal.invalid(problem.get(), null);
    }
    try {
      rooms.settings().change(project.id(), change.version(), changed, call.principal().name());
    } catch (SettingsStore.Overtaken overtaken) {
      throw new Refusal(
          409,
          "conflict",
          "These settings were changed by somebody else in between.",
          "Read them again, and send the change with their version.");
    }
    return Answer.json(200, view(project));
  }

  private SettingsView view(Project project) {
    return new SettingsView(
        rooms.settings().version(project.id()),
        rooms.settings().of(project.id()),
        rooms.settings().history(project.id(), CHANGES));
  }

  private static SettingsChange read(byte[] body) {
    try {
      return STRICT.readValue(body, SettingsChange.class);
    } catch (UnrecognizedPropertyException unknown) {
      List<String> names =
          unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
      throw Refusal.invalid(
          "There is no setting '" + shown(unknown.getPropertyName()) + "' here.",
          "Did you mean '" + NearestName.of(unknown.getPropertyName(), names) + "'?");
    } catch (DatabindException wrong) {
      throw Refusal.invalid(
          "The setting at '" + shown(path(wrong)) + "' is of another kind than it has to be.",
          "GET the settings and send a section back as it came, changed.");
    } catch (JacksonException broken) {
      throw Refusal.invalid("The body is no JSON.", "Send {\"version\": 0, \"filters\": {...}}.");
    }
  }

  private static String path(DatabindException wrong) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : wrong.getPath()) {
      path.append(path.isEmpty() ? "" : ".")
          .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    return path.toString();
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_.-]", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "...";
  }

  record SettingsView(long version, Settings settings, List<SettingsStore.Change> changes) {}

  /// What is absent stays.
  record SettingsChange(
      long version,
      @Nullable String platform,
      Settings.@Nullable Filters filters,
      Settings.@Nullable Scrubbing scrubbing,
      Settings.@Nullable Limits limits) {}
}
