package dev.suture.account;

/// Hashes passwords, slowly on purpose.
public interface Passwords {
  int SHORTEST = 12;
  int LONGEST = 256;

  /// Too many passwords are being looked at already.
  final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Busy() {
      super("too many sign-ins at once", null, false, false);
    }
  }

  /// @throws Busy when the server has as much of this to do as it may
  String hash(String password);

  /// @throws Busy when the server has as much of this to do as it may
  boolean matches(String password, String hash);

  /// Long enough to be hard to guess, short enough to be hashed; what it is made of is free.
  static boolean isLongEnough(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= SHORTEST && length <= LONGEST;
  }
}
