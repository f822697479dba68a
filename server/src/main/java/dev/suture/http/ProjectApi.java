package dev.suture.http;

import dev.suture.account.Reach;
import dev.suture.deploy.Deployment;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.project.ProjectKey;
import dev.suture.project.RepositoryUrl;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Projects: what is watched, where its repository is, and the DSN that may send to it.
final class ProjectApi {
  private static final int NAME_LENGTH = 100;

  private final Api.Rooms rooms;

  ProjectApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects", this::list),
        Api.operator("POST", "/projects", this::create),
        Api.operator("GET", "/projects/{slug}", this::find),
        Api.operator("PATCH", "/projects/{slug}", this::change),
        Api.operator("DELETE", "/projects/{slug}", this::delete));
  }

  private Answer list(Call call) {
    String host = host(call);
    return Answer.json(
        200,
        new Projects(
            rooms.projects().all().stream()
                .filter(each -> call.principal().reach().has(each.id()))
                .map(each -> view(each, host))
                .toList()));
  }

  private Answer create(Call call) throws IOException {
    if (!(call.principal().reach() instanceof Reach.Everything)) {
      throw new Refusal(
          403,
          "forbidden",
          "A token of some projects cannot make another one.",
          "Use a token of a person who is an owner or an admin.");
    }
    NewProject wanted = call.json(NewProject.class);
    String slug = wanted.slug();
    if (slug == null || !Project.isSlug(slug)) {
      throw Refusal.invalid(
          "A slug is 1 to 40 lower-case letters, digits and dashes and begins with a letter.",
          "Send {\"slug\": \"shop\"}.");
    }
    String name = wanted.name() == null ? slug : checkedName(wanted.name());
    String repository = wanted.repository() == null ? null : checkedRepository(wanted.repository());
    Lines lines = wanted.lines() == null ? Lines.GIT_FLOW : checkedLines(wanted.lines());
    try {
      Project created = rooms.projects().create(slug, name, repository, lines);
      return Answer.json(201, view(created, host(call)));
    } catch (IllegalStateException taken) {
      throw new Refusal(
          409,
          "conflict",
          "There is a project with this slug already.",
          "Choose another slug, or change that project with PATCH.");
    }
  }

  private Answer find(Call call) {
    return Answer.json(200, view(rooms.project(call.param("slug")), host(call)));
  }

  private Answer change(Call call) throws IOException {
    Project old = rooms.project(call.param("slug"));
    ProjectChange change = call.json(ProjectChange.class);
    Project changed =
        new Project(
            old.id(),
            old.slug(),
            change.name() == null ? old.name() : checkedName(change.name()),
            change.repository() == null ? old.repository() : checkedRepository(change.repository()),
            change.lines() == null ? old.lines() : checkedLines(change.lines()));
    rooms.projects().update(changed);
    return Answer.json(200, view(changed, host(call)));
  }

  /// Everything that is kept of the project goes; what it still sends is refused from then on.
  private Answer delete(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    if (!call.query("confirm").orElse("").equals(project.slug())) {
      throw Refusal.invalid(
          "Deleting a project takes its issues, events, captures and settings for ever.",
          "Send its slug again as ?confirm=" + project.slug() + ".");
    }
    rooms.removeProject(project);
    return Answer.empty(204);
  }

  private ProjectView view(Project project, String host) {
    List<ProjectKey> keys = rooms.projects().keys(project.id());
    ProjectKey key =
        keys.stream()
            .filter(ProjectKey::enabled)
            .findFirst()
            .or(() -> keys.stream().findFirst())
            .orElseThrow(() -> new IllegalStateException("a project without a key"));
    return new ProjectView(
        project.id(),
        project.slug(),
        project.name(),
        project.repository(),
        project.lines(),
        dsn(key, host),
        rooms.issues().open(project.slug()),
        rooms.deployments().live(project.slug(), "production").orElse(null));
  }

  static String dsn(ProjectKey key, Call call) {
    return dsn(key, host(call));
  }

  private static String dsn(ProjectKey key, String host) {
    return "http://" + key.value() + "@" + host + "/" + key.project();
  }

  /// The address that the caller reached this server at; the door has checked it already.
  private static String host(Call call) {
    return call.header("Host")
        .orElseThrow(() -> Refusal.invalid("The request has no Host header.", null));
  }

  private static String checkedName(String name) {
    if (name.isBlank() || name.length() > NAME_LENGTH || hasControl(name)) {
      throw Refusal.invalid("A name is 1 to 100 characters on one line.", null);
    }
    return name;
  }

  private static String checkedRepository(String address) {
    RepositoryUrl.problem(address)
        .ifPresent(
            problem -> {
              throw Refusal.invalid(problem, null);
            });
    return address;
  }

  private static Lines checkedLines(NewLines lines) {
    String production = lines.production();
    String develop = lines.develop();
    if (production == null
        || develop == null
        || !Lines.isBranch(production)
        || !Lines.isBranch(develop)) {
      throw Refusal.invalid(
          "Lines name two branches.",
          "Send {\"lines\": {\"production\": \"main\", \"develop\": \"develop\"}}.");
    }
    return new Lines(production, develop);
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  record Projects(List<ProjectView> projects) {}

  record ProjectView(
      long id,
      String slug,
      String name,
      @Nullable String repository,
      Lines lines,
      String dsn,
      long issues,
      @Nullable Deployment live) {}

  record NewProject(
      @Nullable String slug,
      @Nullable String name,
      @Nullable String repository,
      @Nullable NewLines lines) {}

  record ProjectChange(
      @Nullable String name, @Nullable String repository, @Nullable NewLines lines) {}

  record NewLines(@Nullable String production, @Nullable String develop) {}
}
