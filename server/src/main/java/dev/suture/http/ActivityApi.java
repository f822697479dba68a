package dev.suture.http;

import dev.suture.issue.activity.Activity;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who did what to an issue, and what people say about it.
final class ActivityApi {
  private static final int PAGE = 50;
  private static final int LONGEST_COMMENT = 10_000;

  private final Api.Rooms rooms;
  private final InstantSource clock;

  ActivityApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/issues/{id}/activity", this::list),
        Api.operator("POST", "/issues/{id}/comments", this::comment));
  }

  private Answer list(Call call) {
    String issue = rooms.issue(call.param("id")).id();
    String before = call.query("before").orElse("");
    if (!before.isEmpty() && !before.matches("[0-9]{1,18}")) {
      throw Refusal.invalid(
          "before is no place in a log.", "Leave it out to begin with the newest entry.");
    }
    List<Activity> entries =
        rooms
            .lives()
            .activity()
            .of(issue, before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before), PAGE + 1);
    boolean more = entries.size() > PAGE;
    List<Activity> page = more ? entries.subList(0, PAGE) : entries;
    return Answer.json(
        200, new ActivityPage(page, more ? Long.toString(page.getLast().id()) : null));
  }

  private Answer comment(Call call) throws IOException {
    String issue = rooms.issue(call.param("id")).id();
    String text = call.json(Comment.class).text();
    if (text == null || text.isBlank() || text.length() > LONGEST_COMMENT) {
      throw Refusal.invalid(
          "A comment has 1 to " + LONGEST_COMMENT + " characters.", "Send {\"text\": \"...\"}.");
    }
    return Answer.json(
        201,
        rooms
            .lives()
            .activity()
            .add(
                issue,
                clock.instant(),
                Actor.of(call.principal()),
                new Deed.Commented(text.strip()))
            .orElseThrow(() -> Refusal.notFound("There is no issue with this id.")));
  }

  record ActivityPage(List<Activity> entries, @Nullable String next) {}

  record Comment(@Nullable String text) {}
}
