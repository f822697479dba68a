package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.account.Secret;
import dev.suture.account.Token;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tokens: of the caller, and of a project for its builds. A token is shown once, when it is made.
final class TokenApi {
  private static final int MOST = 100;
  private static final int MOST_DAYS = 3650;
  private static final int HINT = 4;
  private static final Set<Scope> OF_PROJECTS =
      EnumSet.complementOf(EnumSet.of(Scope.memberAdmin, Scope.auditRead));

  private final AccountRoutes.Rooms rooms;

  TokenApi(AccountRoutes.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/me/tokens", this::mine).needing().byPerson(),
        Api.operator("POST", "/me/tokens", this::make).needing().byPerson(),
        Api.operator("DELETE", "/me/tokens/{id}", this::remove).needing().byPerson(),
        Api.operator("GET", "/projects/{slug}/tokens", this::ofProject).needing(Scope.projectAdmin),
        Api.operator("POST", "/projects/{slug}/tokens", this::makeOfProject)
            .needing(Scope.projectAdmin),
        Api.operator("DELETE", "/projects/{slug}/tokens/{id}", this::removeOfProject)
            .needing(Scope.projectAdmin));
  }

  private Answer mine(Call call) {
    return list(rooms.stores().tokens().ofAccount(call.principal().id()));
  }

  private static Answer list(List<Token> tokens) {
    return Answer.json(200, new Tokens(tokens.stream().map(TokenApi::view).toList()));
  }

  private Answer make(Call call) throws IOException {
    NewToken wanted = call.json(NewToken.class);
    refuseTooMany(rooms.stores().tokens().ofAccount(call.principal().id()));
    Draft draft = draft(wanted, call.principal().scopes());
    return made(call, draft.with(call.principal().id(), List.of()), "pat");
  }

  private Answer remove(Call call) {
    return removed(call, rooms.stores().tokens().ofAccount(call.principal().id()));
  }

  private Answer ofProject(Call call) {
    return list(rooms.stores().tokens().ofProject(project(call).id()));
  }

  /// A machine makes no other machines: the one that is stolen would live on in them.
  private Answer makeOfProject(Call call) throws IOException {
    if (call.principal().kind() == Principal.Kind.machine) {
      throw new Refusal(
          403,
          "forbidden",
          "A token of a project cannot make tokens.",
          "Sign in, or use a token of your own.");
    }
    Project project = project(call);
    refuseTooMany(rooms.stores().tokens().ofProject(project.id()));
    Set<Scope> most = EnumSet.copyOf(OF_PROJECTS);
    most.retainAll(call.principal().scopes());
    Draft draft = draft(call.json(NewToken.class), most);
    return made(call, draft.with(null, List.of(project.id())), "ci");
  }

  private Answer removeOfProject(Call call) {
    return removed(call, rooms.stores().tokens().ofProject(project(call).id()));
  }

  private Project project(Call call) {
    return rooms
        .projects()
        .bySlug(call.param("slug"))
        .orElseThrow(() -> Refusal.notFound("There is no project with this slug."));
  }

  private static void refuseTooMany(List<Token> tokens) {
    if (tokens.size() >= MOST) {
      throw new Refusal(
          409, "conflict", "There are " + MOST + " tokens already.", "Remove one of them first.");
    }
  }

  private record Draft(String name, Set<Scope> scopes, @Nullable Integer days) {
    Wish with(@Nullable Long account, List<Long> projects) {
      return new Wish(this, account, projects);
    }
  }

  private record Wish(Draft draft, @Nullable Long account, List<Long> projects) {}

  /// @param most scopes that the caller may give
  private static Draft draft(NewToken wanted, Set<Scope> most) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : wanted.scopes() == null ? List.<String>of() : wanted.scopes()) {
      scopes.add(Scope.of(word).filter(most::contains).orElseThrow(() -> unknown(most)));
    }
    if (scopes.isEmpty()) {
      throw unknown(most);
    }
    Integer days = wanted.days();
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw Refusal.invalid("days is a number from 1 to " + MOST_DAYS + ".", null);
    }
    return new Draft(AccountRoutes.name(wanted.name()), scopes, days);
  }

  private static Refusal unknown(Set<Scope> most) {
    return Refusal.invalid(
        "A token has one or more of the scopes that you have.",
        "They are "
            + Arrays.stream(Scope.values())
                .filter(most::contains)
                .map(Scope::word)
                .collect(Collectors.joining(", "))
            + ".");
  }

  private Answer made(Call call, Wish wish, String kind) {
    String secret = Secret.PREFIX + kind + "_" + Secret.fresh();
    Instant now = rooms.clock().instant();
    Integer days = wish.draft().days();
    Token token =
        rooms
            .stores()
            .tokens()
            .add(
                new Token(
                    0,
                    Secret.PREFIX + kind + "_…" + secret.substring(secret.length() - HINT),
                    wish.draft().name(),
                    wish.account(),
                    wish.projects(),
                    wish.draft().scopes(),
                    call.principal().actor(),
                    now,
                    days == null ? null : now.plus(Duration.ofDays(days)),
                    null),
                Secret.hash(secret));
    rooms.note(call, "token made", token.name() + " " + token.hint());
    return Answer.json(201, new MadeToken(view(token), secret));
  }

  private Answer removed(Call call, List<Token> among) {
    long id = AccountRoutes.id(call);
    Token token =
        among.stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("There is no token with this id."));
    rooms.stores().tokens().remove(token.id());
    rooms.note(call, "token removed", token.name() + " " + token.hint());
    return Answer.empty(204);
  }

  private static TokenView view(Token token) {
    return new TokenView(
        token.id(),
        token.hint(),
        token.name(),
        token.scopes().stream().map(Scope::word).sorted().toList(),
        token.created(),
        token.expires(),
        token.seen());
  }

  record NewToken(@Nullable String name, @Nullable List<String> scopes, @Nullable Integer days) {}

  record TokenView(
      long id,
      String hint,
      String name,
      List<String> scopes,
      Instant created,
      @Nullable Instant expires,
      @Nullable Instant seen) {}

  record Tokens(List<TokenView> tokens) {}

  record MadeToken(TokenView token, String secret) {
    @Override
    public String toString() {
      return "MadeToken[" + token + "]";
    }
  }
}
