package dev.suture.account.grant;

import dev.suture.account.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps clients, codes, grants and their tokens; secrets under their hashes.
public interface GrantStore {
  Optional<Client> client(String id);

  /// @return false when too many have registered already
  boolean add(Client client, Instant at);

  void addCode(String hash, long account, Consent consent, Instant expires);

  /// Uses a code up. One that was used before ends the grant that came of it.
  Optional<Code> useCode(String hash, Instant at);

  /// A code that was good until now.
  record Code(long account, Consent consent) {}

  /// Makes the grant of a code, with its first tokens.
  Grant begin(String code, Code used, Tokens tokens, Instant at);

  /// Hashes of two tokens.
  record Tokens(String access, Instant accessUntil, String refresh, Instant refreshUntil) {}

  Optional<Grant> byAccess(String hash, Instant at);

  /// Changes a refresh token into the next two. One that was used before ends its grant.
  ///
  /// @param client that it has to be of
  /// @param narrower scopes of the new access token; empty for all of the grant
  Renewal renew(String hash, String client, Set<Scope> narrower, Tokens next, Instant at);

  /// What came of renewing.
  sealed interface Renewal {
    record Done(Grant grant) implements Renewal {}

    record Unknown() implements Renewal {}

    /// Somebody uses it again: one of the two has stolen it.
    record Reused(Grant ended) implements Renewal {}
  }

  /// Ends the grant of a token of either kind.
  ///
  /// @param client that it has to be of
  Optional<Grant> revoke(String hash, String client);

  List<Grant> of(long account);

  /// @return false when the account has no such grant
  boolean end(long account, long id);

  /// Forgets what is over, and clients that nobody uses.
  void expire(Instant now, Instant unusedSince);
}
