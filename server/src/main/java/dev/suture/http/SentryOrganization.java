package dev.suture.http;

import dev.suture.account.Scope;
import dev.suture.project.Project;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who answers, and what there is: the organization, its projects and their repositories.
final class SentryOrganization {
  /// The last two names of a repository's address: `acme/shop`.
  private static final Pattern OWNER_AND_NAME =
      Pattern.compile(".*[/:]([^/:]+/[^/:]+?)(\\.git)?/?");

  private final SentryCli.Rooms rooms;
  private final Instant started;

  SentryOrganization(SentryCli.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.started = clock.instant();
  }

  List<Route> routes() {
    return List.of(
        SentryCli.route("GET", "/", this::about),
        SentryCli.route("GET", "/organizations", this::organizations),
        SentryCli.route("GET", "/organizations/{organization}/projects", this::projects),
        SentryCli.route("GET", "/organizations/{organization}/repos", this::repositories));
  }

  private Answer about(Call call) {
    return Answer.json(
        200,
        new About(
            "0",
            new Auth(
                call.principal().may(Scope.releaseWrite)
                    ? List.of("project:releases", "org:read")
                    : List.of("org:read"))));
  }

  private Answer organizations(Call call) {
    return Answer.json(
        200,
        List.of(
            new Organization(
                "1", SentryCli.ORGANIZATION, "Suture", started, false, false, false, List.of())));
  }

  private Answer projects(Call call) {
    List<Listed> all = new ArrayList<>();
    for (Project project : rooms.seenBy(call)) {
      all.add(new Listed(Long.toString(project.id()), project.slug(), project.name(), List.of()));
    }
    return Answer.json(200, all);
  }

  /// A repository goes by the slug of its project and by owner and name, as build scripts have it.
  /// Clients pass over one of a provider that they do not know when they look for the checkout they
  /// run in, which is right where no address is set.
  private Answer repositories(Call call) {
    List<Repo> all = new ArrayList<>();
    for (Project project : rooms.seenBy(call)) {
      String url = project.repository();
      Provider provider =
          url == null ? new Provider("suture", "Suture") : new Provider("git", "Git");
      for (String name : names(project)) {
        String id = Integer.toString(all.size() + 1);
        all.add(new Repo(id, name, url, provider, "active", started));
      }
    }
    return Answer.json(200, all);
  }

  static Set<String> names(Project project) {
    Set<String> names = new LinkedHashSet<>();
    names.add(project.slug());
    String repository = project.repository();
    Matcher path = OWNER_AND_NAME.matcher(repository == null ? "" : repository);
    if (path.matches()) {
      names.add(path.group(1));
    }
    return names;
  }

  record About(String version, Auth auth) {}

  record Auth(List<String> scopes) {}

  record Organization(
      String id,
      String slug,
      String name,
      Instant dateCreated,
      boolean isEarlyAdopter,
      boolean require2FA,
      boolean requireEmailVerification,
      List<String> features) {}

  record Listed(String id, String slug, String name, List<String> teams) {}

  record Repo(
      String id,
      String name,
      @Nullable String url,
      Provider provider,
      String status,
      Instant dateCreated) {}

  record Provider(String id, String name) {}
}
