package dev.suture.account;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/// A person who may sign in.
///
/// @param email in lower case, the name that the person signs in by
/// @param active false for somebody who may not sign in for now
/// @param local whether it has a password here
public record Account(
    long id, String email, String name, Role role, boolean active, boolean local, Instant created) {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"',;:\\\\]{1,64}@[^\\s@]{1,189}");
  private static final int LONGEST_NAME = 100;

  public Account as(Role other) {
    return new Account(id, email, name, other, active, local, created);
  }

  public Account active(boolean now) {
    return new Account(id, email, name, role, now, local, created);
  }

  public Account named(String other) {
    return new Account(id, email, other, role, active, local, created);
  }

  /// The form of an e-mail address that two spellings of it share.
  public static String email(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches() && text.chars().noneMatch(Character::isISOControl);
  }

  public static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.codePoints().noneMatch(Account::isInvisible);
  }

  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
