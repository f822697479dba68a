package dev.suture.capture;

import dev.suture.capture.ReplayStore.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blobs, among them replays as if each were one: their pieces are joined when one is read, so that
/// a long recording is not written again with every piece that comes.
public final class JoinedReplays implements Blobs {
  private static final Pattern REPLAY = Pattern.compile("replays/([0-9]{1,18})/([0-9a-f]{32})");

  private final Blobs blobs;
  private final ReplayStore replays;

  public JoinedReplays(Blobs blobs, ReplayStore replays) {
    this.blobs = blobs;
    this.replays = replays;
  }

  /// The key under which a whole replay is read.
  public static String key(long project, String replay) {
    return "replays/" + project + "/" + replay;
  }

  @Override
  public byte[] get(String key) throws IOException {
    Matcher replay = REPLAY.matcher(key);
    return replay.matches()
        ? join(replays.pieces(Long.parseLong(replay.group(1)), replay.group(2)), key)
        : blobs.get(key);
  }

  private byte[] join(List<Piece> pieces, String key) throws IOException {
    if (pieces.isEmpty()) {
      throw new NoSuchFileException(key);
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write('[');
    for (Piece piece : pieces) {
      byte[] array = blobs.get(piece.blob());
      int from = edge(array, 0, 1, '[') + 1;
      int to = edge(array, array.length - 1, -1, ']');
      boolean blank = true;
      for (int i = from; i < to && blank; i++) {
        blank = array[i] <= ' ';
      }
      if (!blank) {
        if (joined.size() > 1) {
          joined.write(',');
        }
        joined.write(array, from, to - from);
      }
    }
    joined.write(']');
    return joined.toByteArray();
  }

  private static int edge(byte[] array, int start, int step, char bracket) {
    int at = start;
    while (at >= 0 && at < array.length && array[at] != bracket) {
      at += step;
    }
    return at;
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    blobs.put(key, content);
  }

  @Override
  public void putPlain(String key, byte[] content) throws IOException {
    blobs.putPlain(key, content);
  }

  @Override
  public ByteBuffer map(String key) throws IOException {
    return blobs.map(key);
  }

  @Override
  public void delete(String key) throws IOException {
    blobs.delete(key);
  }

  @Override
  public void deleteAll(String folder) throws IOException {
    blobs.deleteAll(folder);
  }
}
