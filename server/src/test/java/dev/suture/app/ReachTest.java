package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.suture.account.Scope;
import dev.suture.http.Need;
import dev.suture.http.Route;
import dev.suture.testing.Browser;
import dev.suture.testing.TwoProjects;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Walks every route of the server with ids of a project that the caller does not have, and with
/// tokens of every scope. A route that is new is walked as well; where this test cannot know what
/// would be somebody else's there, it fails and says so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachTest {
  private static final Pattern PARAM = Pattern.compile("\\{([a-zA-Z]+)}");

  /// What the parameters of a path are called, and what they are in the hidden project.
  private static final Map<String, String> HIDDEN =
      Map.ofEntries(
          Map.entry("slug", "hidden"),
          Map.entry("project", "hidden"),
          Map.entry("organization", "suture"),
          Map.entry("eventId", TwoProjects.EVENT),
          Map.entry("name", "page.json"),
          Map.entry("version", "hidden@1.0"),
          Map.entry("feedback", TwoProjects.FEEDBACK),
          Map.entry("key", "0".repeat(32)),
          Map.entry("tag", "release"),
          Map.entry("hash", "0".repeat(32)),
          Map.entry("merge", "1"),
          Map.entry("task", "task-1"));

  private static final Map<Need.Noun, String> SUBJECTS =
      Map.of(
          Need.Noun.project,
          "hidden",
          Need.Noun.issue,
          "hidden-1",
          Need.Noun.hotfix,
          TwoProjects.HOTFIX,
          Need.Noun.capture,
          TwoProjects.CAPTURE);

  /// Routes that change something and whose path names no project: what the caller sends instead to
  /// reach the hidden one. Those of people need a scope that no token of a project has, and `/mcp`
  /// is walked tool by tool.
  private static final Map<String, String> NAMED_IN_THE_BODY =
      Map.of(
          "POST /api/v1/issues/bulk",
          "{\"query\":\"\",\"project\":\"hidden\",\"action\":{\"kind\":\"archive\"}}",
          "POST /api/v1/issues/merge",
          "{\"issues\":[\"hidden-1\"],\"into\":\"hidden-1\"}",
          "POST /api/0/organizations/{organization}/releases",
          "{\"version\":\"x\",\"projects\":[\"hidden\"]}",
          "POST /api/v1/tasks/take",
          "{}",
          "PUT /api/0/organizations/{organization}/releases/{version}",
          "{\"projects\":[\"hidden\"]}",
          "POST /api/0/organizations/{organization}/releases/{version}/deploys",
          "{\"environment\":\"production\"}",
          "POST /api/0/organizations/{organization}/artifactbundle/assemble",
          "{\"checksum\":\"%s\",\"chunks\":[],\"projects\":[\"hidden\"]}"
              .formatted("0".repeat(40)));

  private static final Set<String> OF_NO_PROJECT =
      Set.of(
          "POST /api/v1/projects",
          "POST /api/v1/sign-out",
          "POST /api/0/organizations/{organization}/chunk-upload",
          "POST /api/0/{rest...}",
          "PUT /api/0/{rest...}",
          "DELETE /api/0/{rest...}",
          "POST /mcp");

  /// What else the path names is looked for below the project, which the guard has checked.
  private static final Set<String> ONLY_THE_PROJECT_IS_REAL =
      Set.of(
          "GET /api/v1/projects/{slug}/feedback/{id}/files/{name}",
          "GET /api/v1/hotfixes/{id}/proof/{name}");

  private TwoProjects two;
  private String everyScope;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    two = new TwoProjects(folder);
    everyScope =
        two.token(
            "shop",
            "failure:read",
            "failure:write",
            "hotfix:write",
            "ship:propose",
            "release:write",
            "project:admin");
  }

  @AfterAll
  void stop() {
    two.close();
  }

  private List<Route> operatorRoutes() {
    return two.door.suture().routes().stream()
        .filter(route -> route.access() == Route.Access.operator)
        .toList();
  }

  private static String named(Route route) {
    return route.method() + " " + route.pattern();
  }

  private String path(Route route) {
    Need.Subject subject = route.need().subject();
    Matcher params = PARAM.matcher(route.pattern().replace("{rest...}", "anything"));
    return params.replaceAll(
        param -> {
          String name = param.group(1);
          if (subject != null && subject.param().equals(name)) {
            return SUBJECTS.get(subject.noun());
          }
          String id = name.equals("id") ? "1" : HIDDEN.get(name);
          if (id == null) {
            return fail(named(route) + ": say in this test what {" + name + "} of hidden is");
          }
          return Matcher.quoteReplacement(id.replace("@", "%40"));
        });
  }

  private HttpResponse<String> call(String method, String path, String token, String body)
      throws Exception {
    return two.door.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + two.door.suture().port() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void whatAPathNamesIsNotThereForWhoDoesNotHaveItsProject() throws Exception {
    List<String> walked = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Route route : operatorRoutes()) {
      if (route.need().subject() == null) {
        continue;
      }
      HttpResponse<String> answer = call(route.method(), path(route), everyScope, "{}");
      boolean neverForThisToken =
          answer.statusCode() == 403
              && (route.need().person() || answer.body().contains("does not have the scope"));
      if (answer.statusCode() != 404 && !neverForThisToken) {
        wrong.add(named(route) + " answered " + answer.statusCode() + " " + answer.body());
      }
      walked.add(named(route));
    }
    assertThat(wrong).isEmpty();
    assertThat(walked).hasSizeGreaterThan(15);
  }

  @Test
  void theIdsOfThisTestAreReal() throws Exception {
    for (Route route : operatorRoutes()) {
      boolean namesMore = ONLY_THE_PROJECT_IS_REAL.contains(named(route));
      if (route.need().subject() == null || !route.method().equals("GET") || namesMore) {
        continue;
      }
      HttpResponse<String> answer = call("GET", path(route), two.door.suture().operatorToken(), "");
      assertThat(answer.statusCode())
          .as(named(route) + " " + answer.body())
          .isNotIn(401, 403, 404)
          .isLessThan(500);
    }
  }

  @Test
  void unknownAndForbiddenAreAnsweredAlike() throws Exception {
    for (String[] pair :
        new String[][] {
          {"/api/v1/issues/hidden-1", "/api/v1/issues/hidden-99"},
          {"/api/v1/projects/hidden", "/api/v1/projects/nowhere"},
          {"/api/v1/hotfixes/" + TwoProjects.HOTFIX, "/api/v1/hotfixes/hotfix-none"},
          {"/api/v1/captures/" + TwoProjects.CAPTURE, "/api/v1/captures/" + "a".repeat(32)},
          {"/api/v1/issues?project=hidden", "/api/v1/issues?project=nowhere"},
        }) {
      HttpResponse<String> forbidden = call("GET", pair[0], everyScope, "");
      HttpResponse<String> unknown = call("GET", pair[1], everyScope, "");
      assertThat(forbidden.statusCode()).as(pair[0]).isEqualTo(404);
      assertThat(forbidden.body()).isEqualTo(unknown.body());
    }
  }

  @Test
  void noListShowsWhatIsHidden() throws Exception {
    for (Route route : operatorRoutes()) {
      if (route.need().subject() != null || !route.method().equals("GET")) {
        continue;
      }
      String path = path(route);
      HttpResponse<String> answer = call("GET", path, everyScope, "");
      assertThat(answer.body()).as(named(route)).doesNotContainIgnoringCase("hidden");
      assertThat(answer.statusCode()).as(named(route)).isLessThan(500);
      String asked = path + "?project=hidden";
      assertThat(call("GET", asked, everyScope, "").statusCode()).as(asked).isIn(403, 404);
    }
    assertThat(call("GET", "/api/v1/issues", two.door.suture().operatorToken(), "").body())
        .contains("hidden mark");
    assertThat(call("GET", "/api/v1/issues", everyScope, "").body()).contains("shop-1");
  }

  @Test
  void noBodyReachesWhatIsHidden() throws Exception {
    for (Route route : operatorRoutes()) {
      Need need = route.need();
      boolean walkedElsewhere =
          need.subject() != null
              || route.method().equals("GET")
              || need.person()
              || need.anyOf().equals(Set.of(Scope.memberAdmin));
      if (walkedElsewhere || OF_NO_PROJECT.contains(named(route))) {
        continue;
      }
      String body = NAMED_IN_THE_BODY.get(named(route));
      assertThat(body)
          .as(named(route) + " is new: say in this test how its body could name another project")
          .isNotNull();
      HttpResponse<String> answer = call(route.method(), path(route), everyScope, body);
      assertThat(answer.statusCode()).as(named(route) + " " + answer.body()).isIn(403, 404);
    }
    String bulk = "{\"ids\":[\"hidden-1\"],\"action\":{\"kind\":\"delete\"}}";
    assertThat(call("POST", "/api/v1/issues/bulk", everyScope, bulk).body()).contains("missing");
    assertThat(
            call("GET", "/api/v1/issues/hidden-1", two.door.suture().operatorToken(), "")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aTokenDoesWhatItsScopesSayOnEveryRoute() throws Exception {
    for (Scope scope : Scope.values()) {
      if (scope == Scope.memberAdmin || scope == Scope.auditRead) {
        continue;
      }
      String token = two.token("shop", scope.word());
      for (Route route : operatorRoutes()) {
        if (route.need().person() || route.need().subject() == null) {
          continue;
        }
        boolean may = route.need().anyOf().contains(scope);
        assertThat(call(route.method(), path(route), token, "{}").statusCode())
            .as(scope.word() + " " + named(route))
            .isEqualTo(may ? 404 : 403);
      }
    }
  }

  @Test
  void readingIsNotWritingAndWritingIsNotReading() {
    for (Route route : operatorRoutes()) {
      boolean reads = route.method().equals("GET");
      Set<Scope> needed = route.need().anyOf();
      boolean free = needed.isEmpty() || route.pattern().equals("/mcp");
      if (!free && !reads) {
        assertThat(needed).as(named(route)).doesNotContain(Scope.failureRead, Scope.auditRead);
      }
      if (needed.isEmpty()) {
        assertThat(route.pattern()).startsWith("/api/v1/").containsAnyOf("/me", "/sign-out");
      }
    }
  }

  @Test
  void everyRouteAsksWhoCalls() throws Exception {
    for (Route route : operatorRoutes()) {
      assertThat(
              call(route.method(), path(route), "suture_ci_" + "0".repeat(64), "{}").statusCode())
          .as(named(route))
          .isEqualTo(401);
    }
    assertThat(
            two.door.suture().routes().stream()
                .filter(route -> route.access() == Route.Access.visitor)
                .map(ReachTest::named))
        .containsExactlyInAnyOrder(
            "GET /api/v1/sign-in",
            "POST /api/v1/sign-in",
            "POST /api/v1/links/look",
            "POST /api/v1/links/take",
            "GET /.well-known/oauth-protected-resource",
            "GET /.well-known/oauth-protected-resource/mcp",
            "GET /.well-known/oauth-authorization-server",
            "POST /oauth/register",
            "POST /oauth/token",
            "POST /oauth/revoke",
            "GET /{rest...}");
  }

  @Test
  void aMemberSeesAClosedProjectAsSoonAsHisTeamHasIt() throws Exception {
    Browser owner = Browser.ofOwner(two.door.suture());
    Browser member = owner.invite("max@shop.example", "member");
    assertThat(member.send("GET", "/api/v1/issues/hidden-1", null).statusCode()).isEqualTo(404);
    assertThat(member.send("GET", "/api/v1/projects", null).body()).doesNotContain("hidden");
    long id = member.json("GET", "/api/v1/me", null, 200).path("id").asLong();
    long team =
        owner.json("POST", "/api/v1/teams", Map.of("slug", "till"), 201).path("id").asLong();
    owner.json("PATCH", "/api/v1/teams/" + team, Map.of("members", List.of(id)), 200);
    Map<String, Object> access = Map.of("open", false, "teams", List.of(team));
    owner.json("PUT", "/api/v1/projects/hidden/access", access, 200);
    assertThat(member.send("GET", "/api/v1/issues/hidden-1", null).statusCode()).isEqualTo(200);
    owner.json("PUT", "/api/v1/projects/hidden/access", Map.of("open", false), 200);
    assertThat(member.send("GET", "/api/v1/issues/hidden-1", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aRoleDoesNotGrowByItself() throws Exception {
    Browser owner = new Browser(two.door.suture());
    var taken = owner.signIn("olga@shop.example", Browser.PASSWORD).statusCode();
    owner = taken == 200 ? owner : Browser.ofOwner(two.door.suture());
    Browser admin = owner.invite("ada@shop.example", "admin");
    Browser viewer = owner.invite("vic@shop.example", "viewer");
    long ownersId = owner.json("GET", "/api/v1/me", null, 200).path("id").asLong();
    long viewersId = viewer.json("GET", "/api/v1/me", null, 200).path("id").asLong();
    String of = "/api/v1/members/";
    assertThat(viewer.send("PATCH", of + viewersId, Map.of("role", "admin")).statusCode())
        .isEqualTo(403);
    assertThat(viewer.send("POST", "/api/v1/issues/shop-1/state", Map.of("state", "resolved")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
    assertThat(admin.send("PATCH", of + ownersId, Map.of("role", "viewer")).statusCode())
        .isEqualTo(403);
    assertThat(admin.send("PATCH", of + viewersId, Map.of("role", "owner")).statusCode())
        .isEqualTo(403);
    assertThat(admin.send("POST", "/api/v1/invitations", Map.of("role", "owner")).statusCode())
        .isEqualTo(403);
    assertThat(admin.send("GET", "/api/v1/audit", null).statusCode()).isEqualTo(403);
    Map<String, Object> more =
        Map.of("name", "More", "scopes", Arrays.asList("failure:read", "project:admin"));
    assertThat(viewer.send("POST", "/api/v1/me/tokens", more).statusCode()).isEqualTo(400);
    assertThat(owner.send("DELETE", of + ownersId, null).statusCode()).isEqualTo(409);
    assertThat(owner.json("GET", "/api/v1/audit", null, 200).toString())
        .contains("invited", "ada@shop.example", "signed in");
  }
}
