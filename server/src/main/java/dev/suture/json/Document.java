package dev.suture.json;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A document that was scanned. It may let go of its bytes; what is asked for afterwards is read
/// from them anew.
final class Document {
  private volatile @Nullable Scan scan;
  private @Nullable Supplier<byte[]> bytesAgain;

  Document(Scan scan) {
    this.scan = scan;
  }

  Scan scan() {
    Scan known = scan;
    return known != null ? known : readAgain();
  }

  private Scan readAgain() {
    byte[] bytes = Objects.requireNonNull(bytesAgain).get();
    Value same = Objects.requireNonNull(TolerantJson.read(bytes), "what was read can be read");
    Scan again = same.scan();
    scan = again;
    return again;
  }

  /// @param again the very bytes that were read
  void letGo(Supplier<byte[]> again) {
    Scan known = scan;
    bytesAgain = again;
    scan = null;
    if (known != null) {
      known.giveBack();
    }
  }
}
