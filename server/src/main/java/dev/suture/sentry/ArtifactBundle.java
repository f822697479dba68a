package dev.suture.sentry;

import dev.suture.event.upload.BundleReader;
import dev.suture.io.BoundedStream;
import dev.suture.io.TooLarge;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Artifact bundles as `sentry-cli` and the bundler plugins make them: `SYSB`, a version, and a ZIP
/// with `manifest.json` in it.
///
/// Read as a stream, twice: the manifest comes last. What unpacks to more than the limits is
/// refused while it unpacks, and no name in the archive becomes a path.
public final class ArtifactBundle implements BundleReader {
  private static final byte[] MAGIC = {'S', 'Y', 'S', 'B'};
  private static final int VERSION_BYTES = 4;
  private static final int VERSION = 2;
  private static final String MANIFEST = "manifest.json";

  /// How much a bundle may hold.
  ///
  /// @param unpacked bytes of all entries
  /// @param ratio how many times its own size a bundle may unpack to; a small one is always given a
  ///   thirty-second of `unpacked`
  public record Limits(int entries, int manifest, int map, long unpacked, int ratio) {
    public static final Limits USUAL = new Limits(20_000, 8 << 20, 100 << 20, 2L << 30, 100);

    long unpackedOf(long bytes) {
      return Math.min(unpacked, Math.max(unpacked / 32, ratio * bytes));
    }
  }

  private final Limits limits;

  public ArtifactBundle(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void read(Packed bundle, Maps maps) throws IOException, NotABundle {
    byte[][] found = new byte[1][];
    walk(
        bundle,
        (name, content) -> {
          if (name.equals(MANIFEST)) {
            found[0] = BoundedStream.readAll(content, limits.manifest(), -1);
          }
        });
    byte @Nullable [] manifest = found[0];
    if (manifest == null) {
      throw new NotABundle("it has no manifest.json.");
    }
    BundleManifest files = BundleManifest.parse(manifest);
    walk(
        bundle,
        (name, content) -> {
          BundleManifest.MapFile map = files.map(name);
          if (map != null) {
            byte[] bytes = BoundedStream.readAll(content, limits.map(), -1);
            maps.take(new BundledMap(map.debugId(), List.copyOf(map.urls()), bytes));
          }
        });
  }

  @FunctionalInterface
  private interface Visitor {
    void visit(String name, InputStream content) throws IOException;
  }

  private void walk(Packed bundle, Visitor visitor) throws IOException, NotABundle {
    try (InputStream packed = new BufferedInputStream(bundle.open(), 64 * 1024)) {
      checkHeader(packed);
      ZipInputStream zip = new ZipInputStream(packed);
      InputStream content = new BoundedStream(zip, limits.unpackedOf(bundle.bytes()));
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > limits.entries()) {
          throw new NotABundle("it has more than " + limits.entries() + " files.");
        }
        visitor.visit(entry.getName(), content);
        content.transferTo(OutputStream.nullOutputStream());
      }
    } catch (TooLarge large) {
      throw new NotABundle("something in it unpacks to " + large.getMessage() + ".");
    } catch (ZipException | EOFException | IllegalArgumentException broken) {
      throw new NotABundle("its ZIP archive is broken. Upload it again.");
    }
  }

  private static void checkHeader(InputStream packed) throws IOException, NotABundle {
    byte[] magic = packed.readNBytes(MAGIC.length);
    byte[] version = packed.readNBytes(VERSION_BYTES);
    if (!Arrays.equals(magic, MAGIC) || version.length < VERSION_BYTES) {
      throw new NotABundle("it does not begin with SYSB.");
    }
    if (version[0] < 1 || version[0] > VERSION || version[1] + version[2] + version[3] != 0) {
      throw new NotABundle("its version is not " + VERSION + ".");
    }
  }
}
