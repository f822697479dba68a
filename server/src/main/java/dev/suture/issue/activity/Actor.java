package dev.suture.issue.activity;

import dev.suture.account.Principal;

/// Who did something.
///
/// @param id what outlives a name: `account:7`, `token:3`, `operator`, `system`
/// @param name for people, as it was then
public record Actor(String id, String name) {
  /// Suture itself, by a rule.
  public static final Actor SYSTEM = new Actor("system", "Suture");

  public static Actor of(Principal principal) {
    return new Actor(principal.actor(), principal.name());
  }
}
