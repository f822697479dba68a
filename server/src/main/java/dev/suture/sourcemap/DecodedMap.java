package dev.suture.sourcemap;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a map's JSON says, on its way into the compact form.
record DecodedMap(
    Mappings mappings, List<Source> sources, List<String> names, @Nullable String debugId) {

  /// An original file.
  ///
  /// @param path with the map's `sourceRoot` applied; null where the map leaves it open
  /// @param ignored whether the map says that it is nobody's own code
  record Source(@Nullable String path, boolean ignored, @Nullable Content content) {}

  /// The text of an original file, compressed.
  record Content(byte[] compressed, int bytes) {
    static Content of(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      return new Content(Zstd.compress(utf8, 1), utf8.length);
    }
  }
}
