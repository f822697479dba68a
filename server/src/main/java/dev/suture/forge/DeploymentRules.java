package dev.suture.forge;

import dev.suture.carry.ForgeSite;
import dev.suture.carry.ForgeStore;
import dev.suture.io.Outbound;
import dev.suture.json.Json;
import dev.suture.project.Project;
import dev.suture.ship.Answerer;
import dev.suture.ship.Question;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers GitHub's custom deployment protection rules and GitLab's deployment approvals. The
/// address is made from the project's own forge and from numbers, never taken from a question.
public final class DeploymentRules implements Answerer {
  private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([\\w.-]{1,400})\"");

  private final ForgeStore sites;
  private final Outbound outbound;
  private final @Nullable GitHubApp app;
  private final InstantSource clock;

  /// @param app null when this server has none
  public DeploymentRules(
      ForgeStore sites, Outbound outbound, @Nullable GitHubApp app, InstantSource clock) {
    this.sites = sites;
    this.outbound = outbound;
    this.app = app;
    this.clock = clock;
  }

  @Override
  public void answer(Project project, Question question, boolean approved, String says)
      throws Failed {
    Optional<ForgeSite> site =
        sites.of(project.slug()).filter(each -> each.kind().name().equals(question.source()));
    if (site.isEmpty()) {
      throw new Failed(
          "The project's settings name no repository on "
              + question.source()
              + ": set its forge, so that it can be answered.",
          true);
    }
    if (site.get().kind() == ForgeSite.Kind.github) {
      gitHub(site.get(), question, approved, says);
    } else {
      gitLab(site.get(), question, approved, says);
    }
  }

  /// docs.github.com, REST, "Review custom deployment protection rules for a workflow run".
  private void gitHub(ForgeSite site, Question question, boolean approved, String says)
      throws Failed {
    if (app == null) {
      throw new Failed(
          "This server is no GitHub App: start it with --github-app and --github-app-key-file.",
          true);
    }
    String api = ForgeAddress.gitHubApi(site);
    String made =
        post(
            api + "/app/installations/" + number(question, "installation") + "/access_tokens",
            Map.of(),
            Map.of("Authorization", "Bearer " + app.token(clock.instant())));
    Matcher token = TOKEN.matcher(made);
    if (!token.find()) {
      throw new Failed("GitHub gave the app no token for this repository.", true);
    }
    post(
        api
            + "/repos/"
            + site.repository()
            + "/actions/runs/"
            + number(question, "run")
            + "/deployment_protection_rule",
        Map.of(
            "environment_name",
            question.environment(),
            "state",
            approved ? "approved" : "rejected",
            "comment",
            says),
        Map.of(
            "Authorization", "Bearer " + token.group(1), "Accept", "application/vnd.github+json"));
  }

  /// docs.gitlab.com, Deployments API, "Approve or reject a blocked deployment".
  private void gitLab(ForgeSite site, Question question, boolean approved, String says)
      throws Failed {
    post(
        ForgeAddress.gitLabProject(site)
            + "/deployments/"
            + number(question, "deployment")
            + "/approval",
        Map.of("status", approved ? "approved" : "rejected", "comment", says),
        Map.of("PRIVATE-TOKEN", site.token()));
  }

  private static long number(Question question, String name) throws Failed {
    Long number = question.place().get(name);
    if (number == null) {
      throw new Failed("The question does not say which " + name + " it is about.", false);
    }
    return number;
  }

  private String post(String address, Map<String, String> body, Map<String, String> headers)
      throws Failed {
    Outbound.Reply reply;
    try {
      reply = outbound.post(URI.create(address), Json.MAPPER.writeValueAsBytes(body), headers);
    } catch (IOException | IllegalArgumentException failed) {
      throw new Failed("The forge cannot be called: " + failed.getMessage(), true);
    }
    if (reply.status() / 100 != 2) {
      throw new Failed(
          "The forge answered " + reply.status() + remedy(reply.status()),
          reply.status() >= 500 || reply.status() == 429 || reply.status() == 401);
    }
    return reply.body();
  }

  private static String remedy(int status) {
    return switch (status) {
      case 401, 403 -> ": see whether the token or the app may answer for deployments.";
      case 404 -> ": the deployment is gone, or may not be seen.";
      case 422 -> ": it waits for no answer any more.";
      default -> ".";
    };
  }
}
