package dev.suture.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Files that were built into a folder of the class path. Only names of letters, digits, dots and
/// dashes with a known ending are looked up, so a request's path never names anything else.
public final class StaticFiles implements Endpoint {
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final int WORTH_PACKING = 1024;

  private static final String CONSOLE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; font-src 'self' data:; media-src 'self' data: blob:; connect-src"
          + " 'self'; frame-src 'self' blob: data:; worker-src 'self' blob:; manifest-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String NOT_BUILT =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Suture</title>"
          + "<style>body{font:16px/1.5 system-ui;margin:4rem auto;max-width:40rem;padding:0 1rem;"
          + "color-scheme:light dark}</style><h1>The console is not built</h1><p>The server runs,"
          + " but this build has no web console in it. Run <code>./suture build</code> in the"
          + " project's folder and start the server again.</p></html>";

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("zip", "application/zip"));

  private final String folder;
  private final boolean pages;
  private final Map<String, File> files = new ConcurrentHashMap<>();

  private record File(
      String mediaType, byte[] content, byte @Nullable [] packed, String tag, String cache) {}

  private StaticFiles(String folder, boolean pages) {
    this.folder = folder;
    this.pages = pages;
  }

  /// The console: a path without a file of its own is one of its pages.
  public static StaticFiles console() {
    return new StaticFiles("console", true);
  }

  /// What the console's pages load. Any document may load it, for the player of recordings has an
  /// origin of its own, and there is nothing of anybody's in it.
  public static StaticFiles consoleAssets() {
    return new StaticFiles("console/assets", false);
  }

  /// Plain files, nothing else.
  public static StaticFiles folder(String folder) {
    return new StaticFiles(folder, false);
  }

  @Override
  public Answer answer(Call call) throws IOException {
    String path = call.path();
    String name = pages ? path.substring(1) : call.param("rest");
    Optional<File> file = find(name);
    if (file.isEmpty() && pages && isPage(path)) {
      file = find("index.html");
      if (file.isEmpty()) {
        return page(Answer.text(200, "text/html", NOT_BUILT));
      }
    }
    return serve(file.orElseThrow(() -> Refusal.notFound("there is nothing at this path")), call);
  }

  private static boolean isPage(String path) {
    boolean ofMachines =
        path.startsWith("/api/") || path.startsWith("/mcp") || path.startsWith("/assets/");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return !ofMachines && !MEDIA_TYPES.containsKey(ending(last));
  }

  private Optional<File> find(String name) throws IOException {
    String mediaType = MEDIA_TYPES.get(ending(name));
    if (mediaType == null || name.length() > 200 || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    File known = files.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    try (InputStream in =
        StaticFiles.class.getClassLoader().getResourceAsStream(folder + "/" + name)) {
      if (in == null) {
        return Optional.empty();
      }
      File file = read(name, mediaType, in.readAllBytes());
      files.put(name, file);
      return Optional.of(file);
    }
  }

  private File read(String name, String mediaType, byte[] content) throws IOException {
    boolean text = !mediaType.matches("image/png|image/x-icon|font/.*|application/zip");
    byte[] packed = text && content.length > WORTH_PACKING ? pack(content) : null;
    boolean hashed = (folder + "/" + name).startsWith("console/assets/");
    return new File(
        mediaType,
        content,
        packed,
        "\"" + hash(content) + "\"",
        hashed ? "public, max-age=31536000, immutable" : "no-cache");
  }

  private Answer serve(File file, Call call) {
    if (call.header("If-None-Match").filter(seen -> seen.contains(file.tag())).isPresent()) {
      return Answer.empty(304).with("ETag", file.tag()).with("Cache-Control", file.cache());
    }
    byte[] packed = file.packed();
    boolean pack = packed != null && takesGzip(call);
    Answer answer =
        Answer.bytes(200, file.mediaType(), pack && packed != null ? packed : file.content())
            .with("ETag", file.tag())
            .with("Cache-Control", file.cache())
            .with("Vary", "Accept-Encoding");
    if (pack) {
      answer = answer.with("Content-Encoding", "gzip");
    }
    return pages ? page(answer) : answer;
  }

  private static boolean takesGzip(Call call) {
    String accepted = call.header("Accept-Encoding").orElse("");
    return accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }

  private static Answer page(Answer answer) {
    return answer.with("Content-Security-Policy", CONSOLE_POLICY);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static byte[] pack(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
