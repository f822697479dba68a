package dev.suture.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets people in by their password, and calls by the secret of a session or a token.
public final class Admissions {
  private static final int LONGEST_AGENT = 200;

  private final Stores stores;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Attempts attempts = new Attempts();
  private final String nobodysPassword;

  public Admissions(Stores stores, Passwords passwords, InstantSource clock) {
    this.stores = stores;
    this.passwords = passwords;
    this.clock = clock;
    this.nobodysPassword = passwords.hash(Secret.fresh());
  }

  /// Where a call comes from.
  ///
  /// @param agent what a browser calls itself; hostile text
  public record Client(String address, String agent) {
    public Client {
      agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }
  }

  /// How an attempt to sign in ended.
  public sealed interface Attempt {
    /// @param secret of the new session; it is nowhere else
    record In(Account account, String secret) implements Attempt {}

    /// Either of the two is wrong, and nobody is told which.
    record Wrong() implements Attempt {}

    record TooMany(Duration left) implements Attempt {}
  }

  /// Does the same work whether or not there is such an account.
  ///
  /// @throws Passwords.Busy when too many sign in at once
  public Attempt signIn(String email, String password, Client client) {
    String address = Account.email(email);
    Duration wait = attempts.begin(address, client.address(), clock.instant());
    if (!wait.isZero()) {
      return new Attempt.TooMany(wait);
    }
    Optional<Account> account = stores.accounts().byEmail(address).filter(Account::active);
    Optional<String> kept = account.flatMap(found -> stores.accounts().password(found.id()));
    boolean right = passwords.matches(cut(password), kept.orElse(nobodysPassword));
    if (!right || kept.isEmpty() || account.isEmpty()) {
      stores
          .audit()
          .add(
              new AuditLog.Entry(
                  0,
                  clock.instant(),
                  "nobody",
                  "nobody",
                  "sign-in refused",
                  account.map(Account::email).orElse("an unknown address"),
                  client.address()));
      return new Attempt.Wrong();
    }
    attempts.succeeded(address, client.address());
    return new Attempt.In(account.get(), open(account.get(), client));
  }

  /// What is too long to be a password is no reason for more work.
  private static String cut(String password) {
    return password.length() > 2 * Passwords.LONGEST ? "" : password;
  }

  /// Begins a session for somebody who has shown who he is.
  ///
  /// @return its secret
  public String open(Account account, Client client) {
    String secret = Secret.fresh();
    Instant now = clock.instant();
    stores
        .sessions()
        .add(
            new Session(0, account.id(), now, now, client.address(), client.agent()),
            Secret.hash(secret));
    stores.note(person(account, Principal.Via.session), "signed in", "", now, client.address());
    return secret;
  }

  /// The session of a secret, while it lasts.
  public Optional<Session> session(String secret) {
    Instant now = clock.instant();
    return stores.sessions().byHash(Secret.hash(secret)).filter(found -> !found.isOver(now));
  }

  /// Who calls with the secret of a session.
  public Optional<Principal> bySession(String secret) {
    Optional<Session> session = session(secret);
    session
        .filter(found -> isStale(found.seen(), Session.NOTED_EVERY))
        .ifPresent(found -> stores.sessions().seen(found.id(), clock.instant()));
    return session
        .flatMap(found -> stores.accounts().byId(found.account()))
        .filter(Account::active)
        .map(account -> person(account, Principal.Via.session));
  }

  /// Who calls with a token.
  public Optional<Principal> byToken(String text) {
    Instant now = clock.instant();
    Optional<Token> token =
        stores.tokens().byHash(Secret.hash(text)).filter(found -> !found.isOver(now));
    token
        .filter(found -> isStale(found.seen(), Token.NOTED_EVERY))
        .ifPresent(found -> stores.tokens().seen(found.id(), now));
    return token.flatMap(this::of);
  }

  private Optional<Principal> of(Token token) {
    Long account = token.account();
    if (account == null) {
      return Optional.of(
          new Principal(
              Principal.Kind.machine,
              token.id(),
              token.name(),
              null,
              token.scopes(),
              stores.teams().reach(token.projects()),
              Principal.Via.token));
    }
    return stores
        .accounts()
        .byId(account)
        .filter(Account::active)
        .map(found -> narrowed(person(found, Principal.Via.token), token.scopes()));
  }

  /// Who calls through what he has granted to a program.
  public Optional<Principal> byGrant(long account, Set<Scope> scopes) {
    return stores
        .accounts()
        .byId(account)
        .filter(Account::active)
        .map(found -> narrowed(person(found, Principal.Via.grant), scopes));
  }

  private static Principal narrowed(Principal person, Set<Scope> scopes) {
    Set<Scope> both = Scope.set(person.scopes());
    both.retainAll(scopes);
    return new Principal(
        person.kind(),
        person.id(),
        person.name(),
        person.role(),
        both,
        person.reach(),
        person.via());
  }

  private Principal person(Account account, Principal.Via via) {
    return new Principal(
        Principal.Kind.person,
        account.id(),
        account.name(),
        account.role(),
        account.role().scopes(),
        account.role().hasEveryProject()
            ? new Reach.Everything()
            : stores.teams().reach(account.id()),
        via);
  }

  private boolean isStale(@Nullable Instant seen, Duration every) {
    return seen == null || seen.plus(every).isBefore(clock.instant());
  }

  /// Ends a session whose secret is known.
  public void end(String secret) {
    session(secret).ifPresent(found -> stores.sessions().end(found.account(), found.id()));
  }

  /// Whether the account's password is this one; counts as an attempt to sign in.
  public Attempt confirm(Account account, String password, Client client) {
    Duration wait = attempts.begin(account.email(), client.address(), clock.instant());
    if (!wait.isZero()) {
      return new Attempt.TooMany(wait);
    }
    Optional<String> kept = stores.accounts().password(account.id());
    if (kept.isEmpty() || !passwords.matches(cut(password), kept.get())) {
      return new Attempt.Wrong();
    }
    attempts.succeeded(account.email(), client.address());
    return new Attempt.In(account, "");
  }

  /// Sets the password of an account and ends its sessions.
  ///
  /// @param kept secret of the session that goes on; null for none
  public void setPassword(Account account, String password, @Nullable String kept) {
    stores.accounts().setPassword(account.id(), passwords.hash(password));
    long goesOn = kept == null ? 0 : session(kept).map(Session::id).orElse(0L);
    stores.sessions().endOthers(account.id(), goesOn);
  }

  /// Forgets sessions that are over.
  public void expire() {
    stores.sessions().expire(clock.instant().minus(Session.IDLE));
  }
}
