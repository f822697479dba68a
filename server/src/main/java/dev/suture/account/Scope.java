package dev.suture.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a call may do. The set is closed: a token has some of these and nothing else.
public enum Scope {
  failureRead("failure:read"),
  failureWrite("failure:write"),
  hotfixWrite("hotfix:write"),
  shipPropose("ship:propose"),
  releaseWrite("release:write"),
  projectAdmin("project:admin"),
  memberAdmin("member:admin"),
  auditRead("audit:read");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /// As it is written in tokens, in the API and in the database.
  public String word() {
    return word;
  }

  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }

  static Set<Scope> set(Collection<Scope> some) {
    return some.isEmpty() ? EnumSet.noneOf(Scope.class) : EnumSet.copyOf(some);
  }
}
