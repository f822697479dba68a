package dev.suture.ingest;

import dev.suture.event.Sender;
import dev.suture.io.Encoding;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// What a door hands over before anything in it is believed.
///
/// @param project the number in the path, as text; null where the protocol has none and the key
///   says it all
/// @param claims where the protocol has its keys outside of the body: header values and the query
///   string, raw
/// @param length of the body as announced; negative when unknown
/// @param body still encoded
/// @param voucher who stands behind it
public record Delivery(
    @Nullable String project,
    List<String> claims,
    Encoding encoding,
    String address,
    long length,
    InputStream body,
    Voucher voucher) {

  /// Nobody but the key stands behind it.
  public Delivery(
      @Nullable String project,
      List<String> claims,
      Encoding encoding,
      String address,
      long length,
      InputStream body) {
    this(project, claims, encoding, address, length, body, Voucher.NOBODY);
  }

  /// How the caller showed who he is, and for which projects that counts.
  public record Voucher(Sender sender, LongPredicate projects) {
    public static final Voucher NOBODY = new Voucher(Sender.anonymousKey, _ -> false);

    Sender of(long project) {
      return projects.test(project) ? sender : Sender.anonymousKey;
    }
  }
}
