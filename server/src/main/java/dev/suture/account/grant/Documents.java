package dev.suture.account.grant;

import java.io.IOException;
import java.net.URI;

/// Fetches the metadata that clients publish about themselves.
@FunctionalInterface
public interface Documents {
  /// @param address that a client calls itself by; hostile
  /// @return JSON, of a bounded length
  /// @throws IOException when the address is not to be called, or does not answer so
  String fetch(URI address) throws IOException;
}
