package dev.suture.http;

import dev.suture.account.Scope;
import dev.suture.cause.Decisions;
import dev.suture.cause.Verdict;
import dev.suture.issue.activity.Activity;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
        Api.operator("POST", "/issues/{id}/comments", this::comment),
        Api.operator("POST", "/issues/{id}/decisions", this::decide)
            .needing(Scope.hotfixWrite)
            .onEvidence());
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

  private Answer decide(Call call) throws IOException {
    String issue = rooms.issue(call.param("id")).id();
    String wanted = call.json(Decision.class).way();
    Verdict.Way way =
        DECIDED.stream()
            .filter(each -> each.name().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "way is one of rollback, switchOff, hotfix, wait.",
                        "Send {\"way\": \"rollback\"}."));
    return Answer.json(
        201,
        new Decisions(rooms.bundles(), rooms.lives().activity(), clock)
            .record(issue, Actor.of(call.principal()), way, null)
            .orElseThrow(() -> Refusal.notFound("No event of this issue is kept to decide on.")));
  }

  private static final Set<Verdict.Way> DECIDED =
      EnumSet.complementOf(EnumSet.of(Verdict.Way.cannotTell));

  record Decision(@Nullable String way) {}

  record ActivityPage(List<Activity> entries, @Nullable String next) {}

  record Comment(@Nullable String text) {}
}
