package dev.suture.app;

import java.util.Optional;

/// The version of this build, as its jar says.
final class Version {
  private Version() {}

  static String read() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unreleased");
  }
}
