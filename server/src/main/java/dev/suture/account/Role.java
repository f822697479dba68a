package dev.suture.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What an account is to this server, from most to least.
public enum Role {
  /// Everything, the audit log and other owners included.
  owner(EnumSet.allOf(Scope.class)),
  /// Projects, people and teams.
  admin(EnumSet.complementOf(EnumSet.of(Scope.auditRead))),
  /// The work: issues, hotfixes, releases.
  member(
      EnumSet.of(
          Scope.failureRead,
          Scope.failureWrite,
          Scope.hotfixWrite,
          Scope.shipPropose,
          Scope.releaseWrite)),
  /// Looks and changes nothing.
  viewer(EnumSet.of(Scope.failureRead));

  private final Set<Scope> scopes;

  Role(Set<Scope> scopes) {
    this.scopes = scopes;
  }

  /// What an account of this role may do.
  public Set<Scope> scopes() {
    return Scope.set(scopes);
  }

  /// Whether it has every project, whatever its teams are.
  public boolean hasEveryProject() {
    return this == owner || this == admin;
  }

  /// Whether it may give this role to somebody, or take it from somebody.
  public boolean mayGrant(Role other) {
    return this == owner || (this == admin && other != owner);
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.name().equals(word)).findFirst();
  }
}
