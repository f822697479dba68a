package dev.suture.app;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The program's entry.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Logs.set();
    try {
      Suture suture = Suture.start(Config.of(settings(arguments)));
      Runtime.getRuntime().addShutdownHook(new Thread(suture::close));
      System.out.println("Suture listens on port " + suture.port());
    } catch (Config.Wrong | IOException refusal) {
      System.err.println("suture: " + refusal.getMessage());
      System.exit(1);
    }
  }

  private static Map<String, String> settings(String[] arguments) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("up") && i == 0) {
        continue;
      }
      boolean pair = arguments[i].startsWith("--") && i + 1 < arguments.length;
      if (!pair) {
        throw new Config.Wrong("'" + arguments[i] + "' is no '--setting VALUE'");
      }
      settings.put(arguments[i].substring(2), arguments[++i]);
    }
    return settings;
  }
}
