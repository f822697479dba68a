package dev.suture.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Puts the files of a capture into the blob store. Names and media types of the sender are claims:
/// a name is cleaned, a type is judged from the bytes, and the blob's key holds neither.
public final class PartFiles {
  private static final int LONGEST_NAME = 80;

  private final Blobs blobs;

  public PartFiles(Blobs blobs) {
    this.blobs = blobs;
  }

  /// @param name as the sender wrote it
  public record Sent(String name, byte[] content) {}

  /// Stores the files that came with one arrival; doing it again replaces them.
  ///
  /// @param folder of the blobs, made by the server
  public List<Part> store(String folder, List<Sent> files) throws IOException {
    Set<String> taken = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    for (Sent file : files) {
      String mediaType = mediaType(file);
      String name = unique(name(file.name(), mediaType), taken);
      String key = folder + "/" + parts.size();
      blobs.put(key, file.content());
      parts.add(new Part(name, mediaType, file.content().length, key));
    }
    return parts;
  }

  /// Deletes the files of parts that no capture will name.
  public void discard(List<Part> parts) throws IOException {
    for (Part part : parts) {
      blobs.delete(part.blob());
    }
  }

  private static String name(String sent, String mediaType) {
    String base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = base.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    if (clean.length() > LONGEST_NAME) {
      clean = clean.substring(clean.length() - LONGEST_NAME).replaceAll("^[.-]+", "");
    }
    if (clean.isEmpty()) {
      return "attachment";
    }
    boolean picture = mediaType.startsWith("image/");
    boolean text = mediaType.equals("application/json");
    boolean wrong =
        clean.startsWith("screenshot.") && !picture
            || (clean.endsWith(".json") || clean.endsWith(".har")) && !text;
    return wrong ? "unreadable-" + clean : clean;
  }

  private static String unique(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      int dot = name.lastIndexOf('.');
      free = dot > 0 ? name.substring(0, dot) + "-" + i + name.substring(dot) : name + "-" + i;
    }
    return free;
  }

  private static String mediaType(Sent file) {
    byte[] content = file.content();
    if (begins(content, 0, 0x89, 'P', 'N', 'G')) {
      return "image/png";
    }
    if (begins(content, 0, 0xff, 0xd8, 0xff)) {
      return "image/jpeg";
    }
    if (begins(content, 0, 'R', 'I', 'F', 'F') && begins(content, 8, 'W', 'E', 'B', 'P')) {
      return "image/webp";
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

  private static boolean begins(byte[] content, int at, int... magic) {
    if (content.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((content[at + i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
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
