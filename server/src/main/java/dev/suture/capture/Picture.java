package dev.suture.capture;

import java.util.Optional;

/// Size and kind of a picture, read from its first bytes. A picture is never decoded here: what
/// would fill a viewer's memory is told by its head.
///
/// @param width in pixels
/// @param height in pixels
record Picture(String mediaType, int width, int height) {
  private static final int LONGEST_SIDE = 16_384;
  private static final long MOST_PIXELS = 64_000_000;

  boolean isShowable() {
    return width > 0
        && height > 0
        && width <= LONGEST_SIDE
        && height <= LONGEST_SIDE
        && (long) width * height <= MOST_PIXELS;
  }

  /// Empty when the bytes are no PNG, JPEG or WebP, or break off before the size.
  static Optional<Picture> read(byte[] bytes) {
    if (begins(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return png(bytes);
    }
    if (begins(bytes, 0, 0xff, 0xd8, 0xff)) {
      return jpeg(bytes);
    }
    if (begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P')) {
      return webp(bytes);
    }
    return Optional.empty();
  }

  private static Optional<Picture> png(byte[] bytes) {
    if (bytes.length < 24 || !begins(bytes, 12, 'I', 'H', 'D', 'R')) {
      return Optional.empty();
    }
    int width = big(bytes, 16) << 16 | big(bytes, 18);
    int height = big(bytes, 20) << 16 | big(bytes, 22);
    return Optional.of(new Picture("image/png", width, height));
  }

  /// Walks the segments up to the one that begins a frame.
  private static Optional<Picture> jpeg(byte[] bytes) {
    int at = 2;
    while (at + 9 < bytes.length && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return Optional.of(new Picture("image/jpeg", big(bytes, at + 7), big(bytes, at + 5)));
      }
      at += 2 + Math.max(2, big(bytes, at + 2));
    }
    return Optional.empty();
  }

  private static Optional<Picture> webp(byte[] bytes) {
    if (bytes.length < 30) {
      return Optional.empty();
    }
    if (begins(bytes, 12, 'V', 'P', '8', ' ')) {
      int width = little(bytes, 26) & 0x3fff;
      return Optional.of(new Picture("image/webp", width, little(bytes, 28) & 0x3fff));
    }
    if (begins(bytes, 12, 'V', 'P', '8', 'L')) {
      int packed = little(bytes, 21) | little(bytes, 23) << 16;
      int height = (packed >>> 14 & 0x3fff) + 1;
      return Optional.of(new Picture("image/webp", (packed & 0x3fff) + 1, height));
    }
    if (begins(bytes, 12, 'V', 'P', '8', 'X')) {
      int width = (little(bytes, 24) | (bytes[26] & 0xff) << 16) + 1;
      int height = (little(bytes, 27) | (bytes[29] & 0xff) << 16) + 1;
      return Optional.of(new Picture("image/webp", width, height));
    }
    return Optional.empty();
  }

  private static boolean begins(byte[] bytes, int at, int... magic) {
    if (bytes.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[at + i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static int big(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private static int little(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }
}
