package dev.suture.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real mail server of a few lines: it keeps what it is handed.
public final class Smtp implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> letters = new CopyOnWriteArrayList<>();
  private volatile String toRecipients = "250 ok";

  public Smtp() throws IOException {
    Thread.startVirtualThread(this::listen);
  }

  public int port() {
    return listening.getLocalPort();
  }

  public List<String> letters() {
    return letters;
  }

  /// What it says to a recipient from now on.
  public void answerRecipients(String line) {
    toRecipients = line;
  }

  private void listen() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        talk(socket);
      } catch (IOException ended) {
        continue;
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    say(out, "220 test");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String word = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
      switch (word) {
        case "RCPT" -> say(out, toRecipients);
        case "DATA" -> {
          say(out, "354 go on");
          letters.add(letter(in));
          say(out, "250 taken");
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "250 ok");
      }
    }
  }

  private static String letter(BufferedReader in) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line).append('\n');
    }
    return letter.toString();
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
