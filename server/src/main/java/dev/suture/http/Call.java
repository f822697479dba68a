package dev.suture.http;

import dev.suture.account.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// One request, as an endpoint sees it.
public interface Call {
  String method();

  /// The path as sent, percent-encoded, without the query.
  String path();

  /// The decoded value of `{name}` in the route's pattern. Hostile text.
  String param(String name);

  /// The first decoded value of a query parameter.
  Optional<String> query(String name);

  Optional<String> header(String name);

  List<String> headers(String name);

  /// Address of the peer.
  String address();

  /// Who makes this call; the door has found out before an endpoint sees it.
  default Principal principal() {
    return Principal.NOBODY;
  }

  /// The body as sent, content encoding untouched.
  InputStream body();

  /// The body read whole, its content encoding undone.
  ///
  /// @throws dev.suture.io.TooLarge over `limit` bytes, counted after decoding
  byte[] bytes(long limit) throws IOException;

  /// The body read as JSON into a record, at most one MiB.
  ///
  /// @throws Refusal 400 with what is wrong with it
  <T> T json(Class<T> type) throws IOException;
}
