package dev.suture.http;

import dev.suture.account.Account;
import dev.suture.account.AccountStore;
import dev.suture.account.Principal;
import dev.suture.account.Role;
import dev.suture.account.Scope;
import dev.suture.account.Team;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The people of this server, seen by all of them and managed by its admins.
final class MemberApi {
  private final AccountRoutes.Rooms rooms;

  MemberApi(AccountRoutes.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/members", this::list),
        Api.operator("PATCH", "/members/{id}", this::change).needing(Scope.memberAdmin),
        Api.operator("DELETE", "/members/{id}", this::remove).needing(Scope.memberAdmin),
        Api.operator("POST", "/members/{id}/password", this::passwordLink)
            .needing(Scope.memberAdmin));
  }

  private Answer list(Call call) {
    List<Team> teams = rooms.stores().teams().all();
    return Answer.json(
        200,
        new Members(
            rooms.stores().accounts().all().stream().map(each -> view(each, teams)).toList()));
  }

  private static MemberView view(Account account, List<Team> teams) {
    return new MemberView(
        account.id(),
        account.email(),
        account.name(),
        account.role().name(),
        account.active(),
        account.local(),
        account.created(),
        teams.stream()
            .filter(team -> team.members().contains(account.id()))
            .map(Team::slug)
            .toList());
  }

  private Answer change(Call call) throws IOException {
    Account account = managed(call);
    Change wanted = call.json(Change.class);
    Account changed = account;
    if (wanted.role() != null) {
      Role role = role(wanted.role());
      refuseUnlessMayGrant(call, role);
      changed = changed.as(role);
    }
    if (wanted.active() != null) {
      changed = changed.active(wanted.active());
    }
    try {
      rooms.stores().accounts().change(changed);
    } catch (AccountStore.LastOwner last) {
      throw lastOwner();
    }
    if (changed.role() != account.role()) {
      rooms.note(call, "role changed", account.email() + " is " + changed.role());
    }
    if (changed.active() != account.active()) {
      rooms.note(call, changed.active() ? "activated" : "deactivated", account.email());
    }
    return Answer.json(200, view(changed, rooms.stores().teams().all()));
  }

  private Answer remove(Call call) {
    Account account = managed(call);
    try {
      rooms.stores().accounts().remove(account.id());
    } catch (AccountStore.LastOwner last) {
      throw lastOwner();
    }
    rooms.note(call, "removed", account.email());
    return Answer.empty(204);
  }

  private Answer passwordLink(Call call) {
    Account account = managed(call);
    AccountRoutes.MadeLink link =
        rooms.shown(rooms.links().forPassword(account, call.principal()), call);
    rooms.note(call, "password link made", account.email());
    return Answer.json(201, link);
  }

  /// Somebody whom the caller may manage: nobody but an owner touches an owner.
  private Account managed(Call call) {
    Account account =
        rooms
            .stores()
            .accounts()
            .byId(AccountRoutes.id(call))
            .orElseThrow(() -> Refusal.notFound("There is no member with this id."));
    refuseUnlessMayGrant(call, account.role());
    return account;
  }

  static void refuseUnlessMayGrant(Call call, Role role) {
    Principal who = call.principal();
    if (who.role() == null || !who.role().mayGrant(role)) {
      throw new Refusal(
          403, "forbidden", "Only an owner makes owners and changes them.", "Ask an owner.");
    }
  }

  static Role role(@Nullable String word) {
    return Role.of(word == null ? "" : word)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "There is no such role.",
                    "Use one of "
                        + Arrays.stream(Role.values())
                            .map(Role::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static Refusal lastOwner() {
    return new Refusal(
        409,
        "conflict",
        "This is the last owner: nobody could manage this server any more.",
        "Make somebody else an owner first.");
  }

  record Members(List<MemberView> members) {}

  record MemberView(
      long id,
      String email,
      String name,
      String role,
      boolean active,
      boolean local,
      Instant created,
      List<String> teams) {}

  record Change(@Nullable String role, @Nullable Boolean active) {}
}
