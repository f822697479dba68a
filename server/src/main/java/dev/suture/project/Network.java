package dev.suture.project;

import java.net.InetAddress;
import java.util.Optional;

/// An IP address, or all addresses with the same beginning.
///
/// @param address its bytes
/// @param bits how many of them count
public record Network(byte[] address, int bits) {

  /// Reads `10.1.2.3`, `10.1.0.0/16` or the same of IPv6. Never asks a name server.
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = bytes(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int all = address.get().length * 8;
    String length = slash < 0 ? "" + all : text.substring(slash + 1);
    if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > all) {
      return Optional.empty();
    }
    return Optional.of(new Network(address.get(), Integer.parseInt(length)));
  }

  /// Whether an address, as the sender's connection or an event has it, is in here.
  public boolean holds(String text) {
    Optional<byte[]> other = bytes(text);
    if (other.isEmpty() || other.get().length != address.length) {
      return false;
    }
    byte[] bytes = other.get();
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (bytes[i] != address[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || ((bytes[whole] ^ address[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
  }

  private static Optional<byte[]> bytes(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    boolean four = bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    boolean six = bare.indexOf(':') >= 0 && bare.matches("[0-9A-Fa-f:.]{2,45}");
    if (!four && !six) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(bare).getAddress());
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }
}
