package dev.suture.line;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line of development that users can come to.
///
/// @param name `production`, `develop`, or that of a release branch
/// @param until last day of its support; null while no end is said
public record Line(String name, String branch, Role role, @Nullable LocalDate until) {
  public static final String PRODUCTION = "production";
  public static final String DEVELOP = "develop";

  public enum Role {
    production,
    develop,
    /// Carries a version that is released, or about to be.
    release
  }
}
