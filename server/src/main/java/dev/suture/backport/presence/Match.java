package dev.suture.backport.presence;

import java.util.List;

/// How much of a fix another change has.
///
/// @param covered share of the fix that is in the other change
/// @param filled share of the other change that is in the fix
/// @param exact share of the fix that is there line for line
/// @param weight of what was found; about one for each telling line
/// @param added weight of what was found of the lines that the fix adds; -1 where it hardly adds
///   any
/// @param source share of the fix's sources alone that is covered; -1 where it has none
/// @param files the pairs that were compared
record Match(
    double covered,
    double filled,
    double exact,
    double weight,
    double added,
    double source,
    List<FilePair> files) {
  static final Match NONE = new Match(0, 0, 0, 0, 0, 0, List.of());

  /// @param covered share of the fix's part in this file
  record FilePair(String path, String other, double covered) {}

  /// How much of the fix is there, what only its tests and notes have set aside.
  double most() {
    return Math.max(covered, source);
  }

  double dice() {
    return covered + filled == 0 ? 0 : 2 * covered * filled / (covered + filled);
  }
}
