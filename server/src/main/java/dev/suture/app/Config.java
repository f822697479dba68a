package dev.suture.app;

import dev.suture.forge.GitHubApp;
import dev.suture.notify.MailServer;
import dev.suture.oidc.OidcSettings;
import dev.suture.project.NearestName;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that an operator can set.
///
/// @param data folder that everything is kept in
/// @param host address to listen on
/// @param port to listen on; 0 for any free one
/// @param baseUrls where the server is reached besides loopback, behind a proxy for example
/// @param queueBytes bound on what is accepted and not digested
/// @param privateHosts hosts that webhooks and alerts may go to although their address is not
///   public
/// @param mail server that mail is handed to; null for none
/// @param sandbox how the code of repositories is run, to reproduce failures
/// @param oidc where people sign in besides here; null for nowhere
/// @param gitHubApp as which GitHub's deployment protection rules are answered; null for none
public record Config(
    Path data,
    String host,
    int port,
    List<URI> baseUrls,
    long queueBytes,
    Set<String> privateHosts,
    @Nullable MailServer mail,
    SandboxConfig sandbox,
    @Nullable OidcSettings oidc,
    @Nullable GitHubApp gitHubApp) {
  public static final int PORT = 7878;

  private static final long MIB = 1024 * 1024;
  private static final List<String> KEYS =
      Stream.of(
              List.of("data", "host", "port", "base-url", "queue-mib", "private-hosts"),
              MailConfig.KEYS,
              SandboxConfig.KEYS,
              OidcConfig.KEYS,
              GitHubConfig.KEYS)
          .flatMap(List::stream)
          .toList();

  /// A setting that cannot be taken; the message is for the operator.
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message);
    }
  }

  public static Config defaults(Path data) {
    return of(Map.of("data", data.toString()));
  }

  /// @param settings text by key; several base URLs are separated by commas
  /// @throws Wrong for an unknown key, with the one that was meant, or a value of no use
  public static Config of(Map<String, String> settings) {
    Map<String, String> left = new TreeMap<>(settings);
    Path data = Path.of(take(left, "data", "data")).toAbsolutePath().normalize();
    String host = take(left, "host", "127.0.0.1");
    int port = (int) number(take(left, "port", "" + PORT), "port", 65_535);
    List<URI> urls = urls(take(left, "base-url", ""));
    long queue = number(take(left, "queue-mib", "2048"), "queue-mib", 1_000_000) * MIB;
    Set<String> hosts = hosts(take(left, "private-hosts", ""));
    MailServer mail = MailConfig.take(left);
    SandboxConfig sandbox = SandboxConfig.take(left);
    OidcSettings oidc = OidcConfig.take(left);
    GitHubApp app = GitHubConfig.take(left);
    for (String unknown : left.keySet()) {
      throw new Wrong(
          "there is no setting '"
              + unknown
              + "'; did you mean '"
              + NearestName.of(unknown, KEYS)
              + "'?");
    }
    return new Config(data, host, port, urls, queue, hosts, mail, sandbox, oidc, app);
  }

  private static String take(Map<String, String> left, String key, String otherwise) {
    String value = left.remove(key);
    return value == null ? otherwise : value;
  }

  private static long number(String text, String key, long most) {
    if (text.matches("[0-9]{1,9}") && Long.parseLong(text) <= most) {
      return Long.parseLong(text);
    }
    throw new Wrong(
        "'" + key + "' takes a whole number from 0 to " + most + ", not '" + text + "'");
  }

  private static Set<String> hosts(String text) {
    Set<String> hosts = new TreeSet<>();
    for (String one : text.isBlank() ? new String[0] : text.split(",")) {
      if (!one.strip().matches("[A-Za-z0-9.:\\[\\]-]{1,253}")) {
        throw new Wrong("'private-hosts' takes names of hosts, not '" + one.strip() + "'");
      }
      hosts.add(one.strip());
    }
    return hosts;
  }

  private static List<URI> urls(String text) {
    List<URI> urls = new ArrayList<>();
    for (String one : text.isBlank() ? new String[0] : text.split(",")) {
      if (!one.strip().matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
        throw new Wrong("'base-url' takes http(s)://host[:port], not '" + one.strip() + "'");
      }
      urls.add(URI.create(one.strip()));
    }
    return List.copyOf(urls);
  }
}
