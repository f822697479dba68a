package dev.suture.sandbox;

import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One HTTP request over one connection, as plain as can be: the JDK's client speaks neither to a
/// socket of the file system nor under another host's name.
final class PlainHttp {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_HEADERS = 200;
  private static final Set<String> OURS =
      Set.of("host", "connection", "content-length", "transfer-encoding", "accept-encoding");

  private PlainHttp() {}

  /// @param host that the application takes itself to be asked under
  static Reply ask(SocketChannel to, SocketAddress address, String host, Asked asked)
      throws IOException {
    to.connect(address);
    byte[] body = asked.body() == null ? new byte[0] : asked.body();
    StringBuilder head = new StringBuilder();
    head.append(asked.method()).append(' ').append(asked.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\nConnection: close\r\n");
    head.append("Content-Length: ").append(body.length).append("\r\n");
    asked
        .headers()
        .forEach(
            (name, value) -> {
              if (!OURS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                head.append(name).append(": ").append(value.replaceAll("[\r\n]", " "));
                head.append("\r\n");
              }
            });
    head.append("\r\n");
    write(to, ByteBuffer.wrap(head.toString().getBytes(StandardCharsets.UTF_8)));
    write(to, ByteBuffer.wrap(body));
    boolean bodiless = asked.method().equals("HEAD");
    return read(Channels.newInputStream(to).readNBytes(MOST_BYTES), bodiless);
  }

  private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /// @param bodiless whether the answer has none, whatever length it tells
  private static Reply read(byte[] all, boolean bodiless) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(all);
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/") || !status[1].matches("[1-5]\\d\\d")) {
      throw new IOException("no answer");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0 && headers.size() < MOST_HEADERS) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    boolean chunked = headers.getOrDefault("transfer-encoding", "").contains("chunked");
    byte[] body = chunked ? unchunked(in) : in.readAllBytes();
    String length = headers.getOrDefault("content-length", "");
    if (!bodiless
        && !chunked
        && !status[1].equals("304")
        && length.matches("\\d{1,10}")
        && body.length < Long.parseLong(length)) {
      throw new IOException("half an answer");
    }
    headers.remove("transfer-encoding");
    headers.remove("connection");
    return new Reply(Integer.parseInt(status[1]), headers, body);
  }

  private static byte[] unchunked(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line(in).replaceAll(";.*", "").strip();
      if (!size.matches("[0-9A-Fa-f]{1,8}")) {
        throw new IOException("a chunk without a size");
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        return body.toByteArray();
      }
      byte[] chunk = in.readNBytes(length);
      if (chunk.length < length) {
        throw new IOException("half a chunk");
      }
      body.write(chunk);
      line(in);
    }
  }

  private static String line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        if (next != '\r') {
          line.write(next);
        }
      }
    } catch (IOException impossible) {
      return "";
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
