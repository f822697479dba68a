package dev.suture.bench;

import dev.suture.app.Config;
import dev.suture.app.Suture;
import java.io.OutputStream;
import java.util.Map;

/// The whole product on a free port. Ends when its standard input does.
final class WholeServer {
  private WholeServer() {}

  public static void main(String[] args) throws Exception {
    Child.quiet();
    try (Suture server = Suture.start(Config.of(Map.of("data", args[0], "port", "0")))) {
      System.out.println("port " + server.port());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
