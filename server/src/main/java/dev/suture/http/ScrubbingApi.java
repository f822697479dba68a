package dev.suture.http;

import dev.suture.event.scrub.Scrubber;
import dev.suture.project.Project;
import dev.suture.project.Settings;
import dev.suture.project.SettingsCheck;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What scrubbing rules, kept or only thought of, make of a text.
final class ScrubbingApi {
  private static final int LONGEST = 20_000;

  private final Api.Rooms rooms;

  ScrubbingApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(Api.operator("POST", "/projects/{slug}/scrubbing", this::attempt));
  }

  private Answer attempt(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    Trial trial = call.json(Trial.class);
    String value = trial.value() == null ? "" : trial.value();
    String path = trial.path() == null || trial.path().isBlank() ? "message" : trial.path();
    if (value.length() > LONGEST || path.length() > 200) {
      throw Refusal.invalid("A text to try has at most 20,000 characters.", null);
    }
    Settings now = rooms.settings().of(project.id());
    Settings.Scrubbing rules = trial.scrubbing() == null ? now.scrubbing() : trial.scrubbing();
    Settings tried = new Settings(now.platform(), now.filters(), rules, now.limits());
    Optional<String> problem = SettingsCheck.problem(tried).or(() -> Scrubber.problem(rules));
    if (problem.isPresent()) {
      throw Refusal.invalid(problem.get(), null);
    }
    Scrubber scrubber = Scrubber.of(rules, rooms.settings().salt(project.id()));
    return Answer.json(200, new Outcome(scrubber.attempt(path, value)));
  }

  record Trial(
      Settings.@Nullable Scrubbing scrubbing, @Nullable String path, @Nullable String value) {}

  record Outcome(String value) {}
}
