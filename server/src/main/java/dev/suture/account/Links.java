package dev.suture.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the links that let people in, and takes them.
public final class Links {
  private final Stores stores;
  private final Passwords passwords;
  private final InstantSource clock;

  public Links(Stores stores, Passwords passwords, InstantSource clock) {
    this.stores = stores;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// A link with its secret, which is nowhere else.
  public record Made(Link link, String secret) {}

  /// Whoever takes a link says this.
  ///
  /// @param email null where the link says it
  /// @param name null where the link sets a password
  public record Answer(@Nullable String email, @Nullable String name, String password) {}

  /// How taking a link ended.
  public sealed interface Taken {
    /// @param made whether the account is new
    record Done(Account account, boolean made) implements Taken {}

    /// There is no such link, or it was used, or it is over.
    record Gone() implements Taken {}

    /// There is an account of this e-mail address already.
    record EmailInUse() implements Taken {}
  }

  /// The link for the first account; one that was made before ends. Empty as soon as there is an
  /// account.
  public Optional<Made> first() {
    if (!stores.accounts().isEmpty()) {
      return Optional.empty();
    }
    stores.links().removeAll(Link.Kind.first);
    return Optional.of(
        make(new Wish(Link.Kind.first, null, Role.owner, null, null), Principal.OPERATOR));
  }

  /// What a link is to do.
  private record Wish(
      Link.Kind kind,
      @Nullable String email,
      @Nullable Role role,
      @Nullable Long team,
      @Nullable Long account) {}

  /// Invites somebody to make an account.
  public Made invite(@Nullable String email, Role role, @Nullable Long team, Principal who) {
    return make(new Wish(Link.Kind.invitation, email, role, team, null), who);
  }

  /// Lets somebody set his password anew.
  public Made forPassword(Account account, Principal who) {
    return make(new Wish(Link.Kind.password, account.email(), null, null, account.id()), who);
  }

  private Made make(Wish wish, Principal who) {
    Instant now = clock.instant();
    String secret = Secret.fresh();
    Link link =
        new Link(
            0,
            wish.kind(),
            wish.email(),
            wish.role(),
            wish.team(),
            wish.account(),
            who.actor(),
            now,
            now.plus(wish.kind().life()));
    return new Made(stores.links().add(link, Secret.hash(secret)), secret);
  }

  /// The link of a secret, while it can be taken.
  public Optional<Link> look(String secret) {
    return stores
        .links()
        .byHash(Secret.hash(secret))
        .filter(link -> !link.isOver(clock.instant()))
        .filter(link -> link.kind() != Link.Kind.first || stores.accounts().isEmpty());
  }

  /// Takes a link once.
  ///
  /// @throws Passwords.Busy when too many do so at once
  public Taken take(String secret, Answer answer) {
    if (look(secret).isEmpty()) {
      return new Taken.Gone();
    }
    String password = passwords.hash(answer.password());
    try {
      return stores
          .links()
          .use(Secret.hash(secret), link -> taken(link, answer, password))
          .orElseGet(Taken.Gone::new);
    } catch (AccountStore.Taken inUse) {
      return new Taken.EmailInUse();
    }
  }

  private Taken taken(Link link, Answer answer, String password) {
    if (link.isOver(clock.instant())) {
      return new Taken.Gone();
    }
    return switch (link.kind()) {
      case first ->
          stores.accounts().isEmpty()
              ? new Taken.Done(add(link, answer, password), true)
              : new Taken.Gone();
      case invitation -> new Taken.Done(add(link, answer, password), true);
      case password ->
          Optional.ofNullable(link.account())
              .flatMap(id -> stores.accounts().byId(id))
              .filter(Account::active)
              .<Taken>map(account -> reset(account, password))
              .orElseGet(Taken.Gone::new);
    };
  }

  private Account add(Link link, Answer answer, String password) {
    String email = link.email() == null ? answer.email() : link.email();
    Role role = link.role();
    if (email == null || answer.name() == null || role == null) {
      throw new IllegalArgumentException("an account has an e-mail address, a name and a role");
    }
    Account account =
        stores
            .accounts()
            .add(
                new AccountStore.New(
                    Account.email(email),
                    answer.name().strip(),
                    role,
                    password,
                    null,
                    clock.instant()));
    if (link.team() != null) {
      stores.teams().join(link.team(), account.id());
    }
    return account;
  }

  private Taken reset(Account account, String password) {
    stores.accounts().setPassword(account.id(), password);
    stores.sessions().endOthers(account.id(), 0);
    return new Taken.Done(account, false);
  }
}
