package dev.suture.http;

import dev.suture.project.Limit;
import dev.suture.project.Project;
import dev.suture.project.ProjectKey;
import dev.suture.project.SettingsCheck;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The DSN keys of a project: several, so that one can be replaced while the other still works.
final class KeyApi {
  private static final int MOST_KEYS = 50;
  private static final int LABEL = 80;

  private final Api.Rooms rooms;
  private final InstantSource clock;

  KeyApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/keys", this::list),
        Api.operator("POST", "/projects/{slug}/keys", this::create),
        Api.operator("PATCH", "/projects/{slug}/keys/{key}", this::change),
        Api.operator("DELETE", "/projects/{slug}/keys/{key}", this::delete));
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, keys(project, call));
  }

  private Answer create(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    KeyChange wanted = call.json(KeyChange.class);
    if (rooms.projects().keys(project.id()).size() >= MOST_KEYS) {
      throw new Refusal(
          409, "conflict", "A project has at most 50 keys.", "Delete one that nobody uses.");
    }
    String label = wanted.label() == null ? "Key" : label(wanted.label());
    List<Limit> limits = wanted.limits() == null ? List.of() : limits(wanted.limits());
    ProjectKey key = rooms.projects().createKey(project.id(), label, limits, clock.instant());
    return Answer.json(201, view(key, call));
  }

  private Answer change(Call call) throws IOException {
    ProjectKey key = key(call);
    KeyChange change = call.json(KeyChange.class);
    ProjectKey changed =
        new ProjectKey(
            key.value(),
            key.project(),
            change.label() == null ? key.label() : label(change.label()),
            change.enabled() == null ? key.enabled() : change.enabled(),
            key.created(),
            change.limits() == null ? key.limits() : limits(change.limits()));
    rooms.projects().changeKey(changed);
    return Answer.json(200, view(changed, call));
  }

  private Answer delete(Call call) {
    ProjectKey key = key(call);
    if (rooms.projects().keys(key.project()).size() == 1) {
      throw new Refusal(
          409,
          "conflict",
          "This is the last key of the project.",
          "Make another one first, or disable this one.");
    }
    rooms.projects().deleteKey(key);
    return Answer.empty(204);
  }

  /// A key of another project is not found here.
  private ProjectKey key(Call call) {
    Project project = rooms.project(call.param("slug"));
    return rooms.projects().keys(project.id()).stream()
        .filter(each -> each.value().equals(call.param("key")))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("The project has no such key."));
  }

  private Keys keys(Project project, Call call) {
    return new Keys(
        rooms.projects().keys(project.id()).stream().map(key -> view(key, call)).toList());
  }

  private static KeyView view(ProjectKey key, Call call) {
    return new KeyView(
        key.value(),
        key.label(),
        key.enabled(),
        key.created().equals(Instant.EPOCH) ? null : key.created(),
        ProjectApi.dsn(key, call),
        key.limits());
  }

  private static String label(String text) {
    if (text.isBlank() || text.length() > LABEL || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid("A key's label is 1 to 80 characters on one line.", null);
    }
    return text.strip();
  }

  private static List<Limit> limits(List<Limit> wanted) {
    Optional<String> problem = SettingsCheck.problem(wanted);
    if (problem.isPresent()) {
      throw Refusal.invalid(problem.get(), null);
    }
    return wanted;
  }

  record Keys(List<KeyView> keys) {}

  record KeyView(
      String value,
      String label,
      boolean enabled,
      @Nullable Instant created,
      String dsn,
      List<Limit> limits) {}

  record KeyChange(
      @Nullable String label, @Nullable Boolean enabled, @Nullable List<Limit> limits) {}
}
