package dev.suture.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps tokens, each under the hash of its secret.
public interface TokenStore {
  /// @param token its id is given by the store
  Token add(Token token, String hash);

  Optional<Token> byHash(String hash);

  List<Token> ofAccount(long account);

  List<Token> ofProject(long project);

  void seen(long id, Instant at);

  void remove(long id);
}
