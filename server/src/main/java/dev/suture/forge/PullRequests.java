package dev.suture.forge;

import dev.suture.carry.Forge;
import dev.suture.carry.ForgeSite;
import dev.suture.carry.ForgeStore;
import dev.suture.io.Outbound;
import dev.suture.json.Json;
import dev.suture.project.Project;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Opens pull requests where a project has a forge. What a forge answers is read for one number
/// only, however long it is, and the address is made from that.
public final class PullRequests implements Forge {
  private static final Pattern NUMBER = Pattern.compile("\"(?:number|iid)\"\\s*:\\s*([0-9]{1,9})");

  private final ForgeStore sites;
  private final Outbound outbound;

  public PullRequests(ForgeStore sites, Outbound outbound) {
    this.sites = sites;
    this.outbound = outbound;
  }

  @Override
  public Optional<String> propose(Project project, Request request) throws Failed {
    Optional<ForgeSite> site = sites.of(project.slug());
    return site.isEmpty() ? Optional.empty() : Optional.of(propose(site.get(), request));
  }

  /// The way of one kind of forge.
  ///
  /// @param create address to post to
  /// @param find address that lists what is open for the branch
  /// @param header name of the header that carries the token, and what stands before it
  /// @param accepts what else the documented call sends
  /// @param page address of a pull request but for its number
  private record Way(
      String create,
      String find,
      Map.Entry<String, String> header,
      Map<String, String> accepts,
      Names names,
      String page) {}

  private record Names(String branch, String into, String body) {}

  private String propose(ForgeSite site, Request request) throws Failed {
    if (site.token().isEmpty()) {
      throw new Failed(
          "The branch is pushed, but the token of "
              + site.kind()
              + " cannot be read any more: give the project its forge and token again.");
    }
    Way way = way(site, request);
    Map<String, String> headers = new HashMap<>(way.accepts());
    headers.put(way.header().getKey(), way.header().getValue() + site.token());
    byte[] body =
        Json.MAPPER.writeValueAsBytes(
            Map.of(
                way.names().branch(),
                request.branch(),
                way.names().into(),
                request.into(),
                "title",
                request.title(),
                way.names().body(),
                request.body()));
    Outbound.Reply made = call(way.create(), body, headers);
    if (made.status() == 409 || made.status() == 422) {
      Outbound.Reply found = call(way.find(), null, headers);
      boolean isIt = found.status() == 200 && found.body().contains("\"" + request.branch() + "\"");
      return isIt ? page(way, found) : refused(site, made);
    }
    return made.status() / 100 == 2 ? page(way, made) : refused(site, made);
  }

  private static String refused(ForgeSite site, Outbound.Reply reply) throws Failed {
    String remedy =
        switch (reply.status()) {
          case 401, 403 ->
              reply.retryAfter() > 0
                  ? waits(reply)
                  : "give the project a token that may open pull requests.";
          case 404 -> "see whether " + site.repository() + " is the right path there.";
          case 400, 409, 422 ->
              "it takes no pull request of this branch; open one by hand, and see what it says.";
          case 429 -> waits(reply);
          default -> "it is tried again.";
        };
    throw new Failed(
        "The branch is pushed, but " + site.kind() + " answered " + reply.status() + ": " + remedy);
  }

  private static String waits(Outbound.Reply reply) {
    return reply.retryAfter() > 0
        ? "it asks to wait " + reply.retryAfter() + " s, then it is tried again."
        : "it has had too many calls, and is tried again.";
  }

  private static String page(Way way, Outbound.Reply reply) throws Failed {
    Matcher number = NUMBER.matcher(reply.body());
    if (!number.find()) {
      throw new Failed("The forge did not say which pull request it opened.");
    }
    return way.page() + number.group(1);
  }

  private Outbound.Reply call(String address, byte @Nullable [] body, Map<String, String> headers)
      throws Failed {
    try {
      URI uri = URI.create(address);
      return body == null ? outbound.get(uri, headers) : outbound.post(uri, body, headers);
    } catch (IOException | IllegalArgumentException failed) {
      throw new Failed(
          "The branch is pushed, but the forge cannot be called: " + failed.getMessage());
    }
  }

  private static Way way(ForgeSite site, Request request) {
    String url = ForgeAddress.url(site);
    String path = site.repository();
    return switch (site.kind()) {
      case github -> {
        String pulls = ForgeAddress.gitHubApi(site) + "/repos/" + path + "/pulls";
        String owner = path.substring(0, Math.max(0, path.indexOf('/')));
        yield new Way(
            pulls,
            pulls
                + "?state=open&per_page=1&head="
                + ForgeAddress.encoded(owner + ":" + request.branch())
                + "&base="
                + ForgeAddress.encoded(request.into()),
            Map.entry("Authorization", "Bearer "),
            Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28"),
            new Names("head", "base", "body"),
            url + "/" + path + "/pull/");
      }
      case gitlab -> {
        String requests = ForgeAddress.gitLabProject(site) + "/merge_requests";
        yield new Way(
            requests,
            requests
                + "?state=opened&per_page=1&source_branch="
                + ForgeAddress.encoded(request.branch())
                + "&target_branch="
                + ForgeAddress.encoded(request.into()),
            Map.entry("PRIVATE-TOKEN", ""),
            Map.of("Accept", "application/json"),
            new Names("source_branch", "target_branch", "description"),
            url + "/" + path + "/-/merge_requests/");
      }
      case gitea -> {
        String pulls = url + "/api/v1/repos/" + path + "/pulls";
        yield new Way(
            pulls,
            pulls
                + "/"
                + ForgeAddress.encoded(request.into())
                + "/"
                + ForgeAddress.encoded(request.branch()),
            Map.entry("Authorization", "token "),
            Map.of("Accept", "application/json"),
            new Names("head", "base", "body"),
            url + "/" + path + "/pulls/");
      }
    };
  }
}
