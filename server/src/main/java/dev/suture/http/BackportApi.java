package dev.suture.http;

import dev.suture.carry.Backports;
import dev.suture.carry.Carry;
import dev.suture.carry.ForgeSite;
import dev.suture.carry.ForgeStore;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Lines;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Backports: planned, begun, shown; and where a project opens its pull requests.
public final class BackportApi {
  private static final String PATH = "/hotfixes/{id}/backport";

  private final Rooms rooms;
  private final SecureRandom random = new SecureRandom();

  /// What the endpoints call.
  ///
  /// @param looked told when a forge says that something has changed
  public record Rooms(Hotfixes hotfixes, Backports backports, ForgeStore forges, Looked looked) {}

  /// Looks at the origin of a project, soon and not on this thread.
  public interface Looked {
    void soon(String project);
  }

  private BackportApi(Rooms rooms) {
    this.rooms = rooms;
  }

  public static List<Route> routes(Rooms rooms) {
    BackportApi api = new BackportApi(rooms);
    return List.of(
        Api.operator("GET", PATH, api::show),
        Api.operator("POST", PATH, api::start),
        Api.operator("GET", PATH + "/plan", api::plan),
        Api.operator("GET", "/projects/{slug}/backports", api::ofProject),
        Api.operator("GET", "/projects/{slug}/forge", api::forge),
        Api.operator("PUT", "/projects/{slug}/forge", api::changeForge),
        new Route(
            "POST",
            "/hooks/forge/{slug}",
            Route.Access.anyone,
            new ForgeHook(rooms.forges(), rooms.looked())::answer));
  }

  private Answer show(Call call) {
    return Answer.json(200, new Backported(rooms.backports().of(hotfix(call).id())));
  }

  private Answer ofProject(Call call) {
    return Answer.json(200, new Backported(rooms.backports().ofProject(call.param("slug"))));
  }

  private Answer plan(Call call) {
    String line = call.query("line").filter(text -> !text.isEmpty()).orElse(null);
    return read(() -> rooms.backports().plan(checked(call), line));
  }

  private Answer start(Call call) throws IOException {
    String line = call.json(Wish.class).line();
    return read(() -> rooms.backports().start(checked(call), line));
  }

  private interface Reading {
    List<Carry> read() throws Unreachable;
  }

  private static Answer read(Reading reading) {
    try {
      return Answer.json(200, new Backported(reading.read()));
    } catch (Unreachable unread) {
      throw new Refusal(
          409,
          "conflict",
          String.valueOf(unread.getMessage()),
          "Mend what the message names, then ask again: it goes on where it was.");
    }
  }

  private Hotfix hotfix(Call call) {
    return rooms
        .hotfixes()
        .find(call.param("id"))
        .orElseThrow(() -> Refusal.notFound("There is no hotfix with this id."));
  }

  private Hotfix checked(Call call) {
    return rooms.hotfixes().check(hotfix(call).id()).orElseThrow();
  }

  private Answer forge(Call call) {
    Optional<ForgeSite> site = rooms.forges().of(call.param("slug"));
    return Answer.json(200, site.map(BackportApi::view).orElse(new ForgeView(null, "", "", null)));
  }

  /// Answers the secret of the webhooks, this once.
  private Answer changeForge(Call call) throws IOException {
    ForgeWish wish = call.json(ForgeWish.class);
    Optional<ForgeSite.Kind> kind =
        Arrays.stream(ForgeSite.Kind.values())
            .filter(each -> each.name().equals(wish.kind()))
            .findFirst();
    String url = wish.url() == null ? "" : wish.url();
    String path = wish.repository() == null ? "" : wish.repository();
    String token = wish.token() == null ? "" : wish.token();
    if (kind.isEmpty()
        || !url.matches("https?://[A-Za-z0-9.:\\[\\]-]{1,250}(/[A-Za-z0-9._~/-]{0,250})?")
        || !Lines.isBranch(path)
        || !token.matches("[\\x21-\\x7e]{1,500}")) {
      throw Refusal.invalid(
          "A forge has a kind, an address, a repository's path and a token.",
          "Send {\"kind\": \"github\", \"url\": \"https://github.com\", \"repository\":"
              + " \"team/shop\", \"token\": \"…\"}; the kinds are github, gitlab and gitea.");
    }
    byte[] secret = new byte[24];
    random.nextBytes(secret);
    ForgeSite site = new ForgeSite(kind.get(), url, path, token, HexFormat.of().formatHex(secret));
    rooms.forges().put(call.param("slug"), site);
    return Answer.json(
        200, new ForgeView(site.kind(), site.url(), site.repository(), site.secret()));
  }

  private static ForgeView view(ForgeSite site) {
    return new ForgeView(site.kind(), site.url(), site.repository(), null);
  }

  record Backported(List<Carry> backports) {}

  record Wish(@Nullable String line) {}

  record ForgeWish(
      @Nullable String kind,
      @Nullable String url,
      @Nullable String repository,
      @Nullable String token) {}

  /// @param secret only in the answer that made it
  record ForgeView(
      ForgeSite.@Nullable Kind kind, String url, String repository, @Nullable String secret) {}
}
