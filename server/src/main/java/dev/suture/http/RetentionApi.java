package dev.suture.http;

import dev.suture.project.Project;
import dev.suture.project.Retention;
import dev.suture.project.RetentionStore;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a project may keep of the content of its events, and what it uses.
public final class RetentionApi {
  private final Api.Rooms rooms;
  private final RetentionStore retention;

  private RetentionApi(Api.Rooms rooms, RetentionStore retention) {
    this.rooms = rooms;
    this.retention = retention;
  }

  public static List<Route> routes(Api.Rooms rooms, RetentionStore retention) {
    RetentionApi api = new RetentionApi(rooms, retention);
    return List.of(
        Api.operator("GET", "/projects/{slug}/retention", api::find),
        Api.operator("PUT", "/projects/{slug}/retention", api::set));
  }

  private Answer find(Call call) {
    return Answer.json(200, view(rooms.project(call.param("slug"))));
  }

  private Answer set(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    RetentionChange wanted = call.json(RetentionChange.class);
    Retention old = retention.of(project.id());
    try {
      retention.set(
          project.id(),
          new Retention(
              wanted.bytes() == null ? old.bytes() : wanted.bytes(),
              wanted.days() == null ? old.days() : wanted.days()));
    } catch (IllegalArgumentException outOfBounds) {
      throw Refusal.invalid(
          String.valueOf(outOfBounds.getMessage()), "Send {\"bytes\": 2147483648, \"days\": 90}.");
    }
    return Answer.json(200, view(project));
  }

  private RetentionView view(Project project) {
    Retention of = retention.of(project.id());
    return new RetentionView(of.bytes(), of.days(), retention.usage(project.id()));
  }

  record RetentionView(long bytes, int days, RetentionStore.Usage usage) {}

  record RetentionChange(@Nullable Long bytes, @Nullable Integer days) {}
}
