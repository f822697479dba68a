package dev.suture.http;

import dev.suture.account.Principal;

/// Finds out who makes a call.
@FunctionalInterface
public interface Admission {
  /// [Principal#NOBODY] when the call does not say, or says what is not so.
  Principal of(Call call);
}
