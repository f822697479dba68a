package dev.suture.http;

import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.ReleaseStore;
import dev.suture.event.upload.Assembly;
import dev.suture.hotfix.Repository;
import dev.suture.json.Json;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The part of Sentry's web API that `sentry-cli` and the bundler plugins call, under `/api/0`.
/// Whatever organization they name is this server, and a project is found by its slug or its
/// number. Their token is one of ours.
public final class SentryCli {
  static final String ORGANIZATION = "suture";

  private static final long LARGEST_JSON = 8 << 20;
  private static final int MOST_PROJECTS = 50;
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  private SentryCli() {}

  /// What the endpoints call.
  public record Rooms(
      ProjectStore projects,
      ReleaseStore releases,
      DeploymentStore deployments,
      Repository repository,
      Assembly uploads) {

    List<Project> seenBy(Call call) {
      return projects.all().stream()
          .filter(project -> call.principal().reach().has(project.id()))
          .toList();
    }

    /// @param names slugs or numbers of projects that the caller sees
    List<Project> projects(Call call, @Nullable List<String> names) {
      if (names == null || names.isEmpty()) {
        return List.of();
      }
      if (names.size() > MOST_PROJECTS) {
        throw Refusal.invalid("At most " + MOST_PROJECTS + " projects at once.", null);
      }
      List<Project> found = new ArrayList<>();
      for (String name : names) {
        found.add(project(call, name));
      }
      return found;
    }

    Project project(Call call, String name) {
      Optional<Project> bySlug = projects.bySlug(name);
      Optional<Project> byId =
          name.matches("[0-9]{1,9}") ? projects.byId(Long.parseLong(name)) : Optional.empty();
      return bySlug
          .or(() -> byId)
          .filter(project -> call.principal().reach().has(project.id()))
          .orElseThrow(
              () ->
                  new Refusal(
                      404,
                      "notFound",
                      "There is no project with this slug.",
                      "Set SENTRY_PROJECT to one that `suture project list` shows."));
    }
  }

  /// How these clients read an error.
  record Detail(String detail) {}

  public static List<Route> routes(Rooms rooms, InstantSource clock) {
    List<Route> routes =
        new ArrayList<>(
            Stream.of(
                    new SentryOrganization(rooms, clock).routes(),
                    new SentryReleases(rooms, clock).routes(),
                    new SentryDeploys(rooms, clock).routes(),
                    new SentryUploads(rooms).routes())
                .flatMap(List::stream)
                .toList());
    METHODS.forEach(method -> routes.add(route(method, "/{rest...}", SentryCli::unknown)));
    return routes;
  }

  static Route route(String method, String path, Endpoint endpoint) {
    return new Route(
        method, "/api/0" + path, Route.Access.operator, call -> answer(endpoint, call));
  }

  private static Answer answer(Endpoint endpoint, Call call) throws Exception {
    try {
      return endpoint.answer(call);
    } catch (Refusal refusal) {
      return answer(refusal);
    }
  }

  static Answer answer(Refusal refusal) {
    String remedy = refusal.remedy();
    String detail = refusal.getMessage() + (remedy == null ? "" : " " + remedy);
    return Answer.json(refusal.status(), new Detail(detail));
  }

  private static Answer unknown(Call call) {
    throw new Refusal(
        404,
        "notFound",
        "Suture does not have this part of Sentry's web API.",
        "docs/how-to/sentry-cli.md lists what it has.");
  }

  /// A list of a body without gaps; a null in it makes the body one that does not fit.
  static <T> @Nullable List<T> whole(@Nullable List<T> list) {
    return list == null ? null : List.copyOf(list);
  }

  /// A body that may list many commits.
  static <T> T json(Call call, Class<T> type) throws IOException {
    try {
      T value = Json.MAPPER.readValue(call.bytes(LARGEST_JSON), type);
      if (value != null) {
        return value;
      }
    } catch (JacksonException broken) {
      throw Refusal.invalid("The body is no JSON that fits.", null);
    }
    throw Refusal.invalid("The body is empty.", null);
  }
}
