package dev.suture.http;

import dev.suture.account.Account;
import dev.suture.account.Admissions;
import dev.suture.account.IdentityProvider;
import dev.suture.account.Links;
import dev.suture.account.Passwords;
import dev.suture.account.Stores;
import dev.suture.account.grant.Grants;
import dev.suture.project.ProjectStore;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// People and what they sign in by: the part of the API that says who may do what.
public final class AccountRoutes {
  private AccountRoutes() {}

  /// What the endpoints call.
  ///
  /// @param baseUrls where the server is reached besides loopback
  /// @param provider how people sign in elsewhere; null when they do not
  public record Rooms(
      Stores stores,
      Admissions admissions,
      Links links,
      Grants grants,
      ProjectStore projects,
      List<URI> baseUrls,
      @Nullable IdentityProvider provider,
      InstantSource clock) {

    Cookies cookies() {
      return new Cookies(baseUrls);
    }

    Admissions.Client client(Call call) {
      return new Admissions.Client(
          ClientAddress.of(call), printable(call.header("User-Agent").orElse("")));
    }

    /// Writes down what the caller did.
    void note(Call call, String action, String subject) {
      stores.note(call.principal(), action, subject, clock.instant(), ClientAddress.of(call));
    }

    /// The address that a link of ours is opened at.
    MadeLink shown(Links.Made made, Call call) {
      String address =
          baseUrls.isEmpty()
              ? cookies().address(call)
              : baseUrls.getFirst().toString().replaceAll("/+$", "");
      return new MadeLink(address + "/welcome#" + made.secret(), made.link().expires());
    }
  }

  record MadeLink(String url, Instant expires) {}

  public static List<Route> of(Rooms rooms) {
    IdentityProvider provider = rooms.provider();
    return Stream.of(
            new SignInApi(rooms).routes(),
            new MeApi(rooms).routes(),
            new TokenApi(rooms).routes(),
            new MemberApi(rooms).routes(),
            new InvitationApi(rooms).routes(),
            new TeamApi(rooms).routes(),
            new AuditApi(rooms).routes(),
            new OAuthApi(rooms.grants(), rooms.baseUrls()).routes(),
            new ConsentApi(rooms.grants(), rooms.baseUrls()).routes(),
            provider == null ? List.<Route>of() : new OidcApi(rooms, provider).routes())
        .flatMap(List::stream)
        .toList();
  }

  static Route visitor(String method, String path, Endpoint endpoint) {
    return new Route(method, "/api/v1" + path, Route.Access.visitor, endpoint);
  }

  static String password(@Nullable String password) {
    if (password == null || !Passwords.isLongEnough(password)) {
      throw Refusal.invalid(
          "A password has "
              + Passwords.SHORTEST
              + " to "
              + Passwords.LONGEST
              + " characters; which ones is up to you.",
          "Take a few words, or let your password manager make one.");
    }
    return password;
  }

  static String name(@Nullable String name) {
    if (name == null || !Account.isName(name)) {
      throw Refusal.invalid("A name is 1 to 100 characters on one line.", null);
    }
    return name.strip();
  }

  static String email(@Nullable String email) {
    if (email == null || !Account.isEmail(email.strip())) {
      throw Refusal.invalid("This is no e-mail address.", "Write name@example.org.");
    }
    return Account.email(email);
  }

  /// A number in a path; zero, which nothing has, for what is none.
  static long id(Call call) {
    String text = call.param("id");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
