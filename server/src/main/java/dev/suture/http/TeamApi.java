package dev.suture.http;

import dev.suture.account.Reach;
import dev.suture.account.Scope;
import dev.suture.account.Team;
import dev.suture.account.TeamStore;
import dev.suture.project.Project;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Teams, and which projects are whose.
final class TeamApi {
  private static final int MOST_MEMBERS = 1000;

  private final AccountRoutes.Rooms rooms;

  TeamApi(AccountRoutes.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/teams", this::list),
        Api.operator("POST", "/teams", this::create).needing(Scope.memberAdmin),
        Api.operator("PATCH", "/teams/{id}", this::change).needing(Scope.memberAdmin),
        Api.operator("DELETE", "/teams/{id}", this::remove).needing(Scope.memberAdmin),
        Api.operator("GET", "/projects/{slug}/access", this::access),
        Api.operator("PUT", "/projects/{slug}/access", this::setAccess).needing(Scope.memberAdmin));
  }

  private Answer list(Call call) {
    Reach reach = call.principal().reach();
    return Answer.json(
        200,
        new Teams(rooms.stores().teams().all().stream().map(team -> within(team, reach)).toList()));
  }

  /// A team without the projects that the caller does not see.
  private static Team within(Team team, Reach reach) {
    return new Team(
        team.id(),
        team.slug(),
        team.name(),
        team.members(),
        team.projects().stream().filter(reach::has).toList());
  }

  private Answer create(Call call) throws IOException {
    NewTeam wanted = call.json(NewTeam.class);
    if (wanted.slug() == null || !Project.isSlug(wanted.slug())) {
      throw Refusal.invalid(
          "A slug is 1 to 40 lower-case letters, digits and dashes and begins with a letter.",
          "Send {\"slug\": \"checkout\"}.");
    }
    String name = AccountRoutes.name(wanted.name() == null ? wanted.slug() : wanted.name());
    try {
      Team team = rooms.stores().teams().add(wanted.slug(), name);
      rooms.note(call, "team made", team.slug());
      return Answer.json(201, team);
    } catch (IllegalStateException taken) {
      throw new Refusal(
          409, "conflict", "There is a team with this slug already.", "Choose another one.");
    }
  }

  private Team team(Call call) {
    return rooms
        .stores()
        .teams()
        .byId(AccountRoutes.id(call))
        .orElseThrow(() -> Refusal.notFound("There is no team with this id."));
  }

  private Answer change(Call call) throws IOException {
    Team team = team(call);
    TeamChange wanted = call.json(TeamChange.class);
    if (wanted.name() != null) {
      rooms.stores().teams().rename(team.id(), AccountRoutes.name(wanted.name()));
    }
    List<Long> members = wanted.members();
    if (members != null) {
      if (members.size() > MOST_MEMBERS || members.stream().anyMatch(Objects::isNull)) {
        throw Refusal.invalid("members are at most " + MOST_MEMBERS + " ids.", null);
      }
      rooms.stores().teams().setMembers(team.id(), members);
    }
    rooms.note(call, "team changed", team.slug());
    return Answer.json(200, team(call));
  }

  private Answer remove(Call call) {
    Team team = team(call);
    rooms.stores().teams().remove(team.id());
    rooms.note(call, "team removed", team.slug());
    return Answer.empty(204);
  }

  private Project project(Call call) {
    return rooms
        .projects()
        .bySlug(call.param("slug"))
        .orElseThrow(() -> Refusal.notFound("There is no project with this slug."));
  }

  private Answer access(Call call) {
    return Answer.json(200, rooms.stores().teams().access(project(call).id()));
  }

  private Answer setAccess(Call call) throws IOException {
    Project project = project(call);
    NewAccess wanted = call.json(NewAccess.class);
    List<Long> teams = wanted.teams() == null ? List.of() : wanted.teams();
    if (wanted.open() == null
        || teams.size() > MOST_MEMBERS
        || teams.stream().anyMatch(Objects::isNull)) {
      throw Refusal.invalid(
          "Access is open or not, and a list of teams.", "Send {\"open\": false, \"teams\": [1]}.");
    }
    TeamStore.Access access =
        new TeamStore.Access(wanted.open(), teams.stream().distinct().toList());
    rooms.stores().teams().setAccess(project.id(), access);
    rooms.note(
        call,
        "access changed",
        project.slug() + (access.open() ? " is open" : " is of its teams only"));
    return Answer.json(200, rooms.stores().teams().access(project.id()));
  }

  record Teams(List<Team> teams) {}

  record NewTeam(@Nullable String slug, @Nullable String name) {}

  record TeamChange(@Nullable String name, @Nullable List<Long> members) {}

  record NewAccess(@Nullable Boolean open, @Nullable List<Long> teams) {}
}
