package dev.suture.http;

/// Whom attempts are counted against. A proxy on this machine says whom it speaks for; what anybody
/// else says of himself counts for nothing.
final class ClientAddress {
  private ClientAddress() {}

  static String of(Call call) {
    String peer = call.address();
    if (!AccessRules.isLoopback(peer)) {
      return peer;
    }
    String forwarded = String.join(",", call.headers("X-Forwarded-For"));
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return last.matches("[0-9a-fA-F:.]{3,45}") ? last : peer;
  }
}
