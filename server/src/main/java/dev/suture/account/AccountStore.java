package dev.suture.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps accounts. It never lets the last owner who may sign in go.
public interface AccountStore {
  /// What a new account is made of.
  ///
  /// @param password its hash
  /// @param identity whom an identity provider says it is
  record New(
      String email,
      String name,
      Role role,
      @Nullable String password,
      @Nullable Identity identity,
      Instant at) {}

  /// @param issuer of the identity provider
  /// @param subject that the provider knows the person by, for ever
  record Identity(String issuer, String subject) {}

  /// The change would leave nobody who may let others in.
  final class LastOwner extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LastOwner() {
      super("the last owner stays", null, false, false);
    }
  }

  /// There is an account of this e-mail address already.
  final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Taken() {
      super("this e-mail address has an account", null, false, false);
    }
  }

  boolean isEmpty();

  /// By name.
  List<Account> all();

  Optional<Account> byId(long id);

  Optional<Account> byEmail(String email);

  Optional<Account> byIdentity(Identity identity);

  /// The hash of the account's password.
  Optional<String> password(long id);

  /// @throws Taken when the address has an account
  Account add(New account);

  /// Keeps name, role and whether it is active.
  ///
  /// @throws LastOwner when it was the last one
  void change(Account account);

  void setPassword(long id, String hash);

  void setIdentity(long id, Identity identity);

  /// With its sessions, tokens and places in teams.
  ///
  /// @throws LastOwner when it was the last one
  void remove(long id);
}
