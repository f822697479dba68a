package dev.suture.http;

import dev.suture.account.Account;
import dev.suture.account.Admissions.Attempt;
import dev.suture.account.Principal;
import dev.suture.account.Reach;
import dev.suture.account.Scope;
import dev.suture.account.Session;
import dev.suture.account.Stores;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The caller himself: who he is, his password, the browsers he is signed in with.
final class MeApi {
  private final AccountRoutes.Rooms rooms;

  MeApi(AccountRoutes.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/me", this::me).needing(),
        Api.operator("PATCH", "/me", this::rename).needing().byPerson(),
        Api.operator("POST", "/me/password", this::setPassword).needing().byPerson(),
        Api.operator("GET", "/me/sessions", this::sessions).needing().byPerson(),
        Api.operator("DELETE", "/me/sessions", this::endOthers).needing().byPerson(),
        Api.operator("DELETE", "/me/sessions/{id}", this::end).needing().byPerson());
  }

  private Answer me(Call call) {
    return Answer.json(200, view(call.principal(), rooms.stores()));
  }

  static Me view(Principal who, Stores stores) {
    Optional<Account> account =
        who.kind() == Principal.Kind.person ? stores.accounts().byId(who.id()) : Optional.empty();
    return new Me(
        who.kind(),
        who.id(),
        who.name(),
        account.map(Account::email).orElse(null),
        who.role() == null ? null : who.role().name(),
        who.scopes().stream().map(Scope::word).sorted().toList(),
        account.map(Account::local).orElse(false));
  }

  /// Of a person who has just shown who he is, for the log.
  static Principal principal(Account account) {
    return new Principal(
        Principal.Kind.person,
        account.id(),
        account.name(),
        account.role(),
        account.role().scopes(),
        Reach.NOTHING,
        Principal.Via.session);
  }

  private Account account(Call call) {
    return rooms
        .stores()
        .accounts()
        .byId(call.principal().id())
        .orElseThrow(Guard::unauthenticated);
  }

  private Answer rename(Call call) throws IOException {
    Account account = account(call);
    rooms
        .stores()
        .accounts()
        .change(account.named(AccountRoutes.name(call.json(Change.class).name())));
    return Answer.json(200, view(call.principal(), rooms.stores()).named(account(call).name()));
  }

  /// Other browsers have to sign in again.
  private Answer setPassword(Call call) throws IOException {
    Account account = account(call);
    PasswordChange wanted = call.json(PasswordChange.class);
    String password = AccountRoutes.password(wanted.password());
    if (account.local()) {
      String current = wanted.current() == null ? "" : wanted.current();
      switch (rooms.admissions().confirm(account, current, rooms.client(call))) {
        case Attempt.In _ -> {}
        case Attempt.Wrong _ ->
            throw new Refusal(403, "forbidden", "The current password is another one.", null);
        case Attempt.TooMany many -> {
          return SignInApi.tooMany(many.left());
        }
      }
    }
    rooms.admissions().setPassword(account, password, rooms.cookies().session(call).orElse(null));
    rooms.note(call, "password changed", account.email());
    return Answer.empty(204);
  }

  private Answer sessions(Call call) {
    long current = current(call);
    return Answer.json(
        200,
        new Sessions(
            rooms.stores().sessions().of(call.principal().id()).stream()
                .filter(session -> !session.isOver(rooms.clock().instant()))
                .map(
                    session ->
                        new SessionView(
                            session.id(),
                            session.created(),
                            session.seen(),
                            session.address(),
                            session.agent(),
                            session.id() == current))
                .toList()));
  }

  private long current(Call call) {
    return rooms
        .cookies()
        .session(call)
        .flatMap(rooms.admissions()::session)
        .map(Session::id)
        .orElse(0L);
  }

  private Answer end(Call call) {
    if (!rooms.stores().sessions().end(call.principal().id(), AccountRoutes.id(call))) {
      throw Refusal.notFound("You have no session with this id.");
    }
    rooms.note(call, "session ended", "");
    return Answer.empty(204);
  }

  private Answer endOthers(Call call) {
    rooms.stores().sessions().endOthers(call.principal().id(), current(call));
    rooms.note(call, "other sessions ended", "");
    return Answer.empty(204);
  }

  record Me(
      Principal.Kind kind,
      long id,
      String name,
      @Nullable String email,
      @Nullable String role,
      List<String> scopes,
      boolean local) {
    Me named(String other) {
      return new Me(kind, id, other, email, role, scopes, local);
    }
  }

  record Change(@Nullable String name) {}

  record PasswordChange(@Nullable String current, @Nullable String password) {
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  record Sessions(List<SessionView> sessions) {}

  record SessionView(
      long id, Instant created, Instant seen, String address, String agent, boolean current) {}
}
