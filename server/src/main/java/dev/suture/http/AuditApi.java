package dev.suture.http;

import dev.suture.account.AuditLog;
import dev.suture.account.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done about who may do what, for owners.
final class AuditApi {
  private static final int PAGE = 50;

  private final AccountRoutes.Rooms rooms;

  AuditApi(AccountRoutes.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(Api.operator("GET", "/audit", this::page).needing(Scope.auditRead));
  }

  private Answer page(Call call) {
    String before = call.query("before").orElse("0");
    if (!before.matches("[0-9]{1,18}")) {
      throw Refusal.invalid("before is the id of an entry.", "Leave it out for the newest.");
    }
    List<AuditLog.Entry> entries = rooms.stores().audit().page(Long.parseLong(before), PAGE + 1);
    boolean more = entries.size() > PAGE;
    List<AuditLog.Entry> shown = more ? entries.subList(0, PAGE) : entries;
    return Answer.json(200, new Audit(shown, more ? shown.getLast().id() : null));
  }

  record Audit(List<AuditLog.Entry> entries, @Nullable Long next) {}
}
