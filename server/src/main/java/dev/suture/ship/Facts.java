package dev.suture.ship;

import dev.suture.hotfix.Hotfix;
import dev.suture.repro.Proofs;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the gates are judged by.
///
/// @param hotfix as last seen
/// @param size of the change; null when the repository could not be read
/// @param others ships of the project that touch production, this one left out
/// @param wayBack why the rollback cannot be called; null when it can
/// @param proof what this server has run of the hotfix
/// @param opened names of the lines on which a backport of it waits to be merged
public record Facts(
    Hotfix hotfix,
    @Nullable Size size,
    List<Ship> others,
    @Nullable String wayBack,
    Proofs.Standing proof,
    Set<String> opened,
    Instant now) {

  /// @param lines added and removed
  public record Size(int files, int lines) {}
}
