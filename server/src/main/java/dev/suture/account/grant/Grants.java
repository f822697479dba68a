package dev.suture.account.grant;

import dev.suture.account.Admissions;
import dev.suture.account.AuditLog;
import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.account.Secret;
import dev.suture.account.grant.GrantStore.Renewal;
import dev.suture.account.grant.GrantStore.Tokens;
import dev.suture.account.grant.Refused.Error;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives codes for consents, tokens for codes, and knows who calls with a token.
public final class Grants {
  /// What a program may be let do; the rest is for people and for tokens that they make by hand.
  public static final Set<Scope> SCOPES =
      Set.copyOf(EnumSet.of(Scope.failureRead, Scope.hotfixWrite, Scope.shipPropose));

  /// How long an access token lasts.
  public static final Duration ACCESS = Duration.ofMinutes(30);

  /// How long a grant goes on without being renewed.
  public static final Duration REFRESH = Duration.ofDays(30);

  private static final Duration CODE = Duration.ofSeconds(60);
  private static final Duration UNUSED_CLIENT = Duration.ofDays(1);
  private static final String ACCESS_PREFIX = Secret.PREFIX + "oat_";
  private static final String REFRESH_PREFIX = Secret.PREFIX + "ort_";
  private static final String CODE_PREFIX = Secret.PREFIX + "oac_";

  private final GrantStore store;
  private final Clients clients;
  private final Admissions admissions;
  private final AuditLog audit;
  private final InstantSource clock;

  public Grants(
      GrantStore store,
      Clients clients,
      Admissions admissions,
      AuditLog audit,
      InstantSource clock) {
    this.store = store;
    this.clients = clients;
    this.admissions = admissions;
    this.audit = audit;
    this.clock = clock;
  }

  public Clients clients() {
    return clients;
  }

  /// What a client asks for, as the address of the consent page has it; hostile text.
  ///
  /// @param resource null when it names none
  public record Request(
      @Nullable String responseType,
      String client,
      String redirect,
      @Nullable String scope,
      @Nullable String challenge,
      @Nullable String method,
      @Nullable String resource) {}

  /// A request that may be put before a person.
  public record Asked(Client client, String redirect, Set<Scope> scopes, String challenge) {}

  /// @param here the resource that this server is
  public Asked asked(Request request, String here) throws Refused {
    Client client = clients.of(request.client());
    if (!client.allows(request.redirect())) {
      throw new Refused(
          Error.invalid_request, "This client may not send people back to that address.");
    }
    if (!"code".equals(request.responseType())) {
      throw new Refused(Error.unsupported_response_type, "The only response type is code.");
    }
    String challenge = request.challenge() == null ? "" : request.challenge();
    if (!"S256".equals(request.method()) || !challenge.matches("[A-Za-z0-9_-]{43}")) {
      throw new Refused(
          Error.invalid_request, "A request has a code_challenge of the method S256 (PKCE).");
    }
    checkResource(request.resource(), here);
    return new Asked(client, request.redirect(), scopes(request.scope()), challenge);
  }

  private static void checkResource(@Nullable String resource, String here) throws Refused {
    if (resource != null && !resource.replaceAll("/+$", "").equalsIgnoreCase(here)) {
      throw new Refused(Error.invalid_target, "Tokens of this server are for " + here + " only.");
    }
  }

  /// Those that are asked for and known; to read is what is asked for by who names none.
  private static Set<Scope> scopes(@Nullable String words) throws Refused {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    String named = words == null ? "" : words.strip();
    for (String word : named.split(" +")) {
      Scope.of(word).filter(SCOPES::contains).ifPresent(scopes::add);
    }
    if (!named.isEmpty() && scopes.isEmpty()) {
      throw new Refused(Error.invalid_scope, "The scopes are " + words(SCOPES) + ".");
    }
    scopes.add(Scope.failureRead);
    return scopes;
  }

  /// Scopes as they are written, in order.
  public static String words(Set<Scope> scopes) {
    return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(" "));
  }

  /// A person's yes.
  ///
  /// @param allowed of those that were asked for
  /// @return the code that is sent back
  public String consent(Principal who, Asked asked, Set<Scope> allowed, String here) {
    Set<Scope> both = EnumSet.of(Scope.failureRead);
    allowed.stream().filter(asked.scopes()::contains).filter(who::may).forEach(both::add);
    String code = CODE_PREFIX + Secret.fresh();
    Consent consent =
        new Consent(
            asked.client().id(),
            asked.client().name(),
            asked.redirect(),
            asked.challenge(),
            both,
            here);
    store.addCode(Secret.hash(code), who.id(), consent, clock.instant().plus(CODE));
    note(who.actor(), who.name(), "program let in", asked.client().name() + ", " + words(both));
    return code;
  }

  /// @param scopes of the access token
  public record Issued(String access, String refresh, Set<Scope> scopes) {
    @Override
    public String toString() {
      return "Issued";
    }
  }

  /// What a client shows for its first tokens; hostile text.
  public record Claim(
      String code, String client, String redirect, String verifier, @Nullable String resource) {
    @Override
    public String toString() {
      return "Claim of " + client;
    }
  }

  /// Changes a code into tokens; whatever is wrong with the claim, the code is used up.
  public Issued exchange(Claim claim, String here) throws Refused {
    String hash = Secret.hash(claim.code());
    GrantStore.Code code =
        store
            .useCode(hash, clock.instant())
            .orElseThrow(
                () ->
                    new Refused(Error.invalid_grant, "This code is not known, used, or too old."));
    Consent consent = code.consent();
    boolean verified =
        claim.verifier().matches("[A-Za-z0-9._~-]{43,128}")
            && Secret.same(Secret.challenge(claim.verifier()), consent.challenge());
    if (!consent.client().equals(claim.client())
        || !consent.redirect().equals(claim.redirect())
        || !verified) {
      throw new Refused(
          Error.invalid_grant, "This code is of another client, redirect or verifier.");
    }
    checkResource(claim.resource(), consent.resource());
    if (!consent.resource().equals(here)) {
      throw new Refused(Error.invalid_target, "This code is for another address of this server.");
    }
    Fresh fresh = fresh();
    store.begin(hash, code, fresh.tokens(), clock.instant());
    return new Issued(fresh.access(), fresh.refresh(), consent.scopes());
  }

  /// Changes a refresh token into the next two tokens.
  ///
  /// @param scope narrower scopes; null for all
  public Issued refresh(String refresh, String client, @Nullable String scope) throws Refused {
    Set<Scope> narrower = scope == null ? EnumSet.noneOf(Scope.class) : scopes(scope);
    Fresh fresh = fresh();
    Renewal renewal =
        store.renew(Secret.hash(refresh), client, narrower, fresh.tokens(), clock.instant());
    return switch (renewal) {
      case Renewal.Done(Grant grant) -> new Issued(fresh.access(), fresh.refresh(), grant.scopes());
      case Renewal.Unknown _ ->
          throw new Refused(Error.invalid_grant, "This refresh token is not known or too old.");
      case Renewal.Reused(Grant ended) -> {
        note(
            "account:" + ended.account(),
            ended.clientName(),
            "program shut out: refresh token used twice",
            ended.clientName());
        throw new Refused(
            Error.invalid_grant,
            "This refresh token was used already, so all tokens of the grant ended.");
      }
    };
  }

  private record Fresh(String access, String refresh, Tokens tokens) {}

  private Fresh fresh() {
    String access = ACCESS_PREFIX + Secret.fresh();
    String refresh = REFRESH_PREFIX + Secret.fresh();
    Instant now = clock.instant();
    return new Fresh(
        access,
        refresh,
        new Tokens(Secret.hash(access), now.plus(ACCESS), Secret.hash(refresh), now.plus(REFRESH)));
  }

  /// Whether a text says that it is an access token of a grant; it proves nothing.
  public static boolean isAccess(String token) {
    return token.startsWith(ACCESS_PREFIX);
  }

  /// Who calls with an access token.
  ///
  /// @param here the resource that was called
  public Optional<Principal> byAccess(String token, String here) {
    return store
        .byAccess(Secret.hash(token), clock.instant())
        .filter(grant -> grant.resource().equals(here))
        .flatMap(grant -> admissions.byGrant(grant.account(), grant.scopes()));
  }

  public void revoke(String token, String client) {
    store
        .revoke(Secret.hash(token), client)
        .ifPresent(
            grant ->
                note(
                    "account:" + grant.account(),
                    grant.clientName(),
                    "program left",
                    grant.clientName()));
  }

  public List<Grant> of(long account) {
    return store.of(account);
  }

  /// @return false when the account has no such grant
  public boolean end(Principal who, long id) {
    boolean ended = store.end(who.id(), id);
    if (ended) {
      note(who.actor(), who.name(), "program shut out", "grant " + id);
    }
    return ended;
  }

  public void expire() {
    Instant now = clock.instant();
    store.expire(now, now.minus(UNUSED_CLIENT));
  }

  private void note(String actor, String name, String action, String subject) {
    audit.add(new AuditLog.Entry(0, clock.instant(), actor, name, action, subject, ""));
  }
}
