/// Who may do what: accounts, teams, roles, sessions, tokens, and the links that make accounts. Its
/// rules are pure; it keeps no secret in a form that could be used again, and it knows no cookie,
/// no header and no clock of its own.
@NullMarked
package dev.suture.account;

import org.jspecify.annotations.NullMarked;
