package dev.suture.account;

import java.util.List;

/// People who work on the same projects.
///
/// @param members ids of accounts
/// @param projects slugs of those that were given to it
public record Team(long id, String slug, String name, List<Long> members, List<String> projects) {}
