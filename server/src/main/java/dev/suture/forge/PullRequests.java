package dev.suture.forge;

import dev.suture.carry.Forge;
import dev.suture.carry.ForgeSite;
import dev.suture.carry.ForgeStore;
import dev.suture.io.Outbound;
import dev.suture.json.Json;
import dev.suture.project.Project;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
  /// @param page address of a pull request but for its number
  private record Way(
      String create, String find, Map.Entry<String, String> header, Names names, String page) {}

  private record Names(String branch, String into, String body) {}

  private String propose(ForgeSite site, Request request) throws Failed {
    Way way = way(site, request);
    Map<String, String> headers =
        Map.of(way.header().getKey(), way.header().getValue() + site.token());
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
      return found.status() == 200 ? page(way, found) : refused(site, made);
    }
    return made.status() / 100 == 2 ? page(way, made) : refused(site, made);
  }

  private static String refused(ForgeSite site, Outbound.Reply reply) throws Failed {
    String remedy =
        switch (reply.status()) {
          case 401, 403 -> "give the project a token that may open pull requests.";
          case 404 -> "see whether " + site.repository() + " is the right path there.";
          default -> "it is tried again.";
        };
    throw new Failed(
        "The branch is pushed, but " + site.kind() + " answered " + reply.status() + ": " + remedy);
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
    String url = site.url().replaceAll("/+$", "");
    String path = site.repository();
    return switch (site.kind()) {
      case github -> {
        String api = url.equals("https://github.com") ? "https://api.github.com" : url + "/api/v3";
        String pulls = api + "/repos/" + path + "/pulls";
        String owner = path.substring(0, Math.max(0, path.indexOf('/')));
        yield new Way(
            pulls,
            pulls + "?head=" + encoded(owner + ":" + request.branch()),
            Map.entry("Authorization", "Bearer "),
            new Names("head", "base", "body"),
            url + "/" + path + "/pull/");
      }
      case gitlab -> {
        String requests = url + "/api/v4/projects/" + encoded(path) + "/merge_requests";
        yield new Way(
            requests,
            requests + "?state=opened&source_branch=" + encoded(request.branch()),
            Map.entry("PRIVATE-TOKEN", ""),
            new Names("source_branch", "target_branch", "description"),
            url + "/" + path + "/-/merge_requests/");
      }
      case gitea -> {
        String pulls = url + "/api/v1/repos/" + path + "/pulls";
        yield new Way(
            pulls,
            pulls + "/" + encoded(request.into()) + "/" + encoded(request.branch()),
            Map.entry("Authorization", "token "),
            new Names("head", "base", "body"),
            url + "/" + path + "/pulls/");
      }
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
