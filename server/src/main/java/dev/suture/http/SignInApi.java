package dev.suture.http;

import dev.suture.account.Account;
import dev.suture.account.Admissions;
import dev.suture.account.Admissions.Attempt;
import dev.suture.account.IdentityProvider;
import dev.suture.account.Link;
import dev.suture.account.Links;
import dev.suture.account.Principal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Signing in, and taking the links that make accounts and set passwords.
final class SignInApi {
  private static final Duration COOKIE = Duration.ofDays(30);

  private final AccountRoutes.Rooms rooms;
  private final Cookies cookies;

  SignInApi(AccountRoutes.Rooms rooms) {
    this.rooms = rooms;
    this.cookies = rooms.cookies();
  }

  List<Route> routes() {
    return List.of(
        AccountRoutes.visitor("GET", "/sign-in", this::about),
        AccountRoutes.visitor("POST", "/sign-in", this::signIn),
        AccountRoutes.visitor("POST", "/links/look", this::look),
        AccountRoutes.visitor("POST", "/links/take", this::take),
        Api.operator("POST", "/sign-out", this::signOut).needing());
  }

  private Answer about(Call call) {
    IdentityProvider provider = rooms.provider();
    return Answer.json(
        200,
        new SignIn(rooms.stores().accounts().isEmpty(), provider == null ? null : provider.name()));
  }

  private Answer signIn(Call call) throws IOException {
    Wanted wanted = call.json(Wanted.class);
    String email = wanted.email() == null ? "" : wanted.email();
    String password = wanted.password() == null ? "" : wanted.password();
    return switch (rooms.admissions().signIn(email, password, rooms.client(call))) {
      case Attempt.In in -> withCookie(call, in.secret());
      case Attempt.Wrong _ -> wrong();
      case Attempt.TooMany many -> tooMany(many.left());
    };
  }

  static Answer wrong() {
    throw new Refusal(
        403,
        "forbidden",
        "The e-mail address or the password is wrong.",
        "Try again; an owner or an admin can make you a link that sets a new password.");
  }

  static Answer tooMany(Duration left) {
    long seconds = Math.max(1, left.toSeconds() + 1);
    return Errors.answer(
            429,
            "limited",
            "There were too many attempts that failed.",
            "Try again in " + (seconds < 90 ? seconds + " seconds." : seconds / 60 + " minutes."))
        .with("Retry-After", Long.toString(seconds));
  }

  /// A session that the browser had before ends with the new one.
  private Answer withCookie(Call call, String secret) {
    cookies.session(call).ifPresent(rooms.admissions()::end);
    Principal who = rooms.admissions().bySession(secret).orElseThrow();
    return Answer.json(200, MeApi.view(who, rooms.stores()))
        .with("Set-Cookie", cookies.withSession(call, secret, COOKIE));
  }

  private Answer look(Call call) throws IOException {
    Link link =
        rooms.links().look(secret(call.json(Secret.class).secret())).orElseThrow(this::gone);
    return Answer.json(
        200,
        new LinkView(
            link.kind(),
            link.email(),
            link.role() == null ? null : link.role().name(),
            link.expires()));
  }

  private Answer take(Call call) throws IOException {
    Taking wanted = call.json(Taking.class);
    String secret = secret(wanted.secret());
    Link link = rooms.links().look(secret).orElseThrow(this::gone);
    boolean makes = link.kind() != Link.Kind.password;
    Links.Answer answer =
        new Links.Answer(
            link.email() == null && makes ? AccountRoutes.email(wanted.email()) : link.email(),
            makes ? AccountRoutes.name(wanted.name()) : null,
            AccountRoutes.password(wanted.password()));
    return switch (rooms.links().take(secret, answer)) {
      case Links.Taken.Done done -> {
        Account account = done.account();
        Admissions.Client client = rooms.client(call);
        rooms
            .stores()
            .note(
                MeApi.principal(account),
                done.made() ? "account made" : "password set by link",
                account.email(),
                rooms.clock().instant(),
                client.address());
        yield withCookie(call, rooms.admissions().open(account, client));
      }
      case Links.Taken.Gone _ -> throw gone();
      case Links.Taken.EmailInUse _ ->
          throw new Refusal(
              409,
              "conflict",
              "There is an account of this e-mail address already.",
              "Sign in with it, or take another address.");
    };
  }

  private Refusal gone() {
    return new Refusal(
        404,
        "notFound",
        "This link was used already, or it is too old.",
        rooms.stores().accounts().isEmpty()
            ? "`suture account link`, run beside the server, prints a new one."
            : "Ask an owner or an admin for a new one.");
  }

  private Answer signOut(Call call) {
    cookies
        .session(call)
        .ifPresent(
            secret -> {
              rooms.admissions().end(secret);
              rooms.note(call, "signed out", "");
            });
    return Answer.empty(204).with("Set-Cookie", cookies.withoutSession(call));
  }

  private static String secret(@Nullable String secret) {
    return secret == null ? "" : secret.strip();
  }

  record SignIn(boolean first, @Nullable String provider) {}

  record Wanted(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  record Secret(@Nullable String secret) {
    @Override
    public String toString() {
      return "Secret";
    }
  }

  record Taking(
      @Nullable String secret,
      @Nullable String email,
      @Nullable String name,
      @Nullable String password) {
    @Override
    public String toString() {
      return "Taking";
    }
  }

  record LinkView(Link.Kind kind, @Nullable String email, @Nullable String role, Instant expires) {}
}
