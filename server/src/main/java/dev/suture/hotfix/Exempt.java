package dev.suture.hotfix;

import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.line.Exemption;
import java.util.List;

/// Lines that lack a fix and need not have it.
final class Exempt {
  private Exempt() {}

  static List<LineStatus> from(List<Exemption> exemptions, List<LineStatus> found) {
    return found.stream().map(status -> from(exemptions, status)).toList();
  }

  private static LineStatus from(List<Exemption> exemptions, LineStatus status) {
    if (HotfixFlow.has(status.presence()) || status.presence() == Presence.nothingToShip) {
      return status;
    }
    return exemptions.stream()
        .filter(each -> each.line().equals(status.line()))
        .findFirst()
        .map(each -> exempt(each, status))
        .orElse(status);
  }

  private static LineStatus exempt(Exemption exemption, LineStatus status) {
    return switch (exemption.kind()) {
      case waived ->
          new LineStatus(
              status.line(),
              status.branch(),
              Presence.waived,
              null,
              "Waived by " + exemption.name() + ": " + exemption.reason());
      case notAffected ->
          new LineStatus(
              status.line(),
              status.branch(),
              Presence.notAffected,
              exemption.commit(),
              "The reproduction ran on this line and does not fail: " + exemption.reason());
    };
  }
}
