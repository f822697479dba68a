package dev.suture.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the files of a capture into the blob store. Names and media types of the sender are claims:
/// a name is cleaned, a type is judged from the bytes, and the blob's key holds neither. No file is
/// ever taken for HTML or SVG: what a browser would run stays text.
public final class PartFiles {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_FILES = 50;
  private static final int MOST_PICTURE_BYTES = 16 << 20;

  private final Blobs blobs;

  public PartFiles(Blobs blobs) {
    this.blobs = blobs;
  }

  /// @param name as the sender wrote it
  public record Sent(String name, byte[] content) {}

  /// @param refused what was not kept
  public record Stored(List<Part> parts, List<Refused> refused) {}

  /// @param reason a constant of ours, never captured text
  /// @param overLimit whether it was too much, and not just wrong
  public record Refused(String reason, boolean overLimit) {}

  /// Stores the files that came with one arrival; doing it again replaces them.
  ///
  /// @param folder of the blobs, made by the server
  public Stored store(String folder, List<Sent> files) throws IOException {
    Set<String> taken = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Sent file : files) {
      String name = name(file.name());
      Refused fault = parts.size() < MOST_FILES ? fault(name, file.content()) : tooMany();
      if (fault != null) {
        refused.add(fault);
        continue;
      }
      String key = folder + "/" + parts.size();
      blobs.put(key, file.content());
      parts.add(
          new Part(unique(name, taken), mediaType(file.content()), file.content().length, key));
    }
    return new Stored(List.copyOf(parts), List.copyOf(refused));
  }

  /// Deletes the files of parts that no capture will name.
  public void discard(List<Part> parts) throws IOException {
    for (Part part : parts) {
      blobs.delete(part.blob());
    }
  }

  private static Refused tooMany() {
    return new Refused("tooManyFiles", true);
  }

  private static @Nullable Refused fault(String name, byte[] content) {
    if (PartShape.isKnown(name)) {
      String fault = PartShape.fault(name, content);
      return fault == null ? null : new Refused(name + " " + fault, false);
    }
    Optional<Picture> picture = Picture.read(content);
    if (picture.isPresent()
        && (!picture.get().isShowable() || content.length > MOST_PICTURE_BYTES)) {
      return new Refused("pictureTooLarge", true);
    }
    boolean screenshot = name.startsWith("screenshot.");
    return screenshot && picture.isEmpty() ? new Refused("screenshot noPicture", false) : null;
  }

  private static String name(String sent) {
    String base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String bounded = base.substring(Math.max(0, base.length() - LONGEST_NAME));
    String clean = bounded.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    return clean.isEmpty() ? "attachment" : clean;
  }

  private static String unique(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      int dot = name.lastIndexOf('.');
      free = dot > 0 ? name.substring(0, dot) + "-" + i + name.substring(dot) : name + "-" + i;
    }
    return free;
  }

  private static String mediaType(byte[] content) {
    Optional<Picture> picture = Picture.read(content);
    if (picture.isPresent()) {
      return picture.get().mediaType();
    }
    if (!isText(content)) {
      return "application/octet-stream";
    }
    int first = 0;
    while (first < content.length && content[first] <= ' ') {
      first++;
    }
    boolean json = first < content.length && (content[first] == '{' || content[first] == '[');
    return json ? "application/json" : "text/plain";
  }

  private static boolean isText(byte[] content) {
    for (byte b : content) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException binary) {
      return false;
    }
  }
}
