package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.account.grant.Client;
import dev.suture.account.grant.Grant;
import dev.suture.account.grant.Grants;
import dev.suture.account.grant.Redirects;
import dev.suture.account.grant.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person's yes or no to a program, and the programs that he has let in. Nobody is sent anywhere
/// without a press of a button: what is wrong with a request is told on the page.
final class ConsentApi {
  private static final int LONGEST_STATE = 4_000;

  private final Grants grants;
  private final Cookies addresses;

  ConsentApi(Grants grants, List<URI> baseUrls) {
    this.grants = grants;
    this.addresses = new Cookies(baseUrls);
  }

  List<Route> routes() {
    return List.of(
        Api.operator("POST", "/me/consent/look", this::look).needing().byPerson(),
        Api.operator("POST", "/me/consent", this::decide).needing().byPerson(),
        Api.operator("GET", "/me/grants", this::list).needing().byPerson(),
        Api.operator("DELETE", "/me/grants/{id}", this::end).needing().byPerson());
  }

  private Answer look(Call call) throws IOException {
    Grants.Asked asked = asked(call, call.json(Wanted.class));
    Client client = asked.client();
    Principal who = call.principal();
    return Answer.json(
        200,
        new Consent(
            client.name(),
            client.byDocument() ? URI.create(client.id()).getHost() : null,
            Redirects.shown(asked.redirect()),
            Redirects.isOwnMachine(asked.redirect()),
            asked.scopes().stream().filter(who::may).map(Scope::word).sorted().toList()));
  }

  private Answer decide(Call call) throws IOException {
    Decision decision = call.json(Decision.class);
    if (decision.request() == null) {
      throw Refusal.invalid("The request is missing.", null);
    }
    Wanted wanted = decision.request();
    Grants.Asked asked = asked(call, wanted);
    String issuer = addresses.address(call);
    StringBuilder to = new StringBuilder(asked.redirect());
    to.append(asked.redirect().contains("?") ? '&' : '?');
    if (Boolean.TRUE.equals(decision.allow())) {
      String code =
          grants.consent(call.principal(), asked, scopes(decision), issuer + OAuthApi.RESOURCE);
      to.append("code=").append(encoded(code));
    } else {
      to.append("error=access_denied");
    }
    if (wanted.state() != null) {
      to.append("&state=").append(encoded(wanted.state()));
    }
    to.append("&iss=").append(encoded(issuer));
    return Answer.json(200, new Way(to.toString()));
  }

  private static Set<Scope> scopes(Decision decision) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    List<String> words = decision.scopes() == null ? List.of() : decision.scopes();
    words.stream().flatMap(word -> Scope.of(word).stream()).forEach(scopes::add);
    return scopes;
  }

  private Grants.Asked asked(Call call, Wanted wanted) {
    if (wanted.state() != null && wanted.state().length() > LONGEST_STATE) {
      throw Refusal.invalid("The state is too long.", null);
    }
    try {
      return grants.asked(
          new Grants.Request(
              wanted.responseType(),
              wanted.clientId() == null ? "" : wanted.clientId(),
              wanted.redirectUri() == null ? "" : wanted.redirectUri(),
              wanted.scope(),
              wanted.codeChallenge(),
              wanted.codeChallengeMethod(),
              wanted.resource()),
          addresses.address(call) + OAuthApi.RESOURCE);
    } catch (Refused refused) {
      throw Refusal.invalid(
          refused.says(), "Nothing was sent to the program. Begin again from there.");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer list(Call call) {
    return Answer.json(
        200,
        new GrantList(grants.of(call.principal().id()).stream().map(ConsentApi::view).toList()));
  }

  private Answer end(Call call) {
    if (!grants.end(call.principal(), AccountRoutes.id(call))) {
      throw Refusal.notFound("You have let in no program with this id.");
    }
    return Answer.empty(204);
  }

  private static GrantView view(Grant grant) {
    return new GrantView(
        grant.id(),
        grant.clientName(),
        grant.client(),
        grant.scopes().stream().map(Scope::word).sorted().toList(),
        grant.resource(),
        grant.created(),
        grant.seen());
  }

  /// What stood in the address of the page; hostile text.
  record Wanted(
      @Nullable String responseType,
      @Nullable String clientId,
      @Nullable String redirectUri,
      @Nullable String scope,
      @Nullable String state,
      @Nullable String codeChallenge,
      @Nullable String codeChallengeMethod,
      @Nullable String resource) {}

  /// @param client as it calls itself
  /// @param host that vouches for the client; null for one that has registered itself
  /// @param redirect host or scheme that the person is sent back to
  /// @param ownMachine whether that is a program on the person's own machine
  /// @param scopes that are asked for and that the person has
  record Consent(
      String client,
      @Nullable String host,
      String redirect,
      boolean ownMachine,
      List<String> scopes) {}

  record Decision(
      @Nullable Wanted request, @Nullable Boolean allow, @Nullable List<String> scopes) {}

  /// @param location where the browser goes next
  record Way(String location) {}

  record GrantList(List<GrantView> grants) {}

  /// @param seen when it was last renewed
  record GrantView(
      long id,
      String client,
      String clientId,
      List<String> scopes,
      String resource,
      Instant created,
      Instant seen) {}
}
