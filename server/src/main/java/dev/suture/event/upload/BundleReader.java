package dev.suture.event.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the source maps out of a bundle as bundlers and their plugins make it.
public interface BundleReader {
  /// Hands out each map as it comes; what was handed out before a failure stays good.
  ///
  /// @throws NotABundle when the bytes cannot be read as a bundle within the limits
  void read(Packed bundle, Maps maps) throws IOException, NotABundle;

  /// A bundle as it was uploaded.
  interface Packed {
    long bytes();

    /// From its first byte; may be called again.
    InputStream open() throws IOException;
  }

  /// Takes the maps of a bundle.
  @FunctionalInterface
  interface Maps {
    void take(BundledMap map) throws IOException;
  }

  /// A source map in a bundle.
  ///
  /// @param debugId lower-case UUID; null when it has none
  /// @param urls of the built files that it belongs to, `~/assets/app.js`
  record BundledMap(@Nullable String debugId, List<String> urls, byte[] content) {}

  /// The message is for whoever uploaded it, in words of ours.
  final class NotABundle extends Exception {
    private static final long serialVersionUID = 1;

    public NotABundle(String message) {
      super(message);
    }
  }
}
