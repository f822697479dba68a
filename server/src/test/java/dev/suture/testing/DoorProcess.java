package dev.suture.testing;

import dev.suture.app.Config;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A server in a process of its own, to be killed.
public final class DoorProcess {
  private final Process process;
  private final String address;

  private DoorProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /// The process's own entry: prints where it listens, then runs until it is killed.
  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings = new TreeMap<>(Map.of("data", arguments[0], "port", "0"));
    for (String more : List.of(arguments).subList(1, arguments.length)) {
      settings.put(more.substring(0, more.indexOf('=')), more.substring(more.indexOf('=') + 1));
    }
    Door door = new Door(Config.of(settings));
    System.out.println(
        "http://127.0.0.1:"
            + door.suture().port()
            + "/api/"
            + door.project().id()
            + "/envelope/?sentry_key="
            + door.key());
    Thread.sleep(Long.MAX_VALUE);
  }

  /// @param settings `key=value`
  public static DoorProcess start(Path data, String... settings) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DoorProcess.class.getName(),
                data.toString()));
    command.addAll(List.of(settings));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String address = said.readLine();
    if (address == null) {
      throw new IOException("the server did not start");
    }
    return new DoorProcess(process, address);
  }

  /// Where to post envelopes, with the key.
  public String address() {
    return address;
  }

  /// As `kill -9` does it.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
