package dev.suture.app;

import dev.suture.oidc.OidcProvider;
import dev.suture.oidc.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The settings of an identity provider: all that are needed, or none.
final class OidcConfig {
  static final List<String> KEYS =
      List.of(
          "oidc-issuer", "oidc-client-id", "oidc-client-secret-file", "oidc-name", "oidc-domains");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private OidcConfig() {}

  /// @param left settings; those of the provider are taken out
  /// @return null when there is none
  static @Nullable OidcSettings take(Map<String, String> left) {
    String issuer = left.remove("oidc-issuer");
    String client = left.remove("oidc-client-id");
    String file = left.remove("oidc-client-secret-file");
    String name = left.remove("oidc-name");
    String domains = left.remove("oidc-domains");
    if (issuer == null && client == null && file == null && name == null && domains == null) {
      return null;
    }
    if (issuer == null || client == null || file == null) {
      throw new Config.Wrong(
          "an identity provider needs 'oidc-issuer', 'oidc-client-id' and"
              + " 'oidc-client-secret-file'");
    }
    URI address = issuer(issuer);
    return new OidcSettings(
        address,
        client,
        secret(file),
        name == null ? String.valueOf(address.getHost()) : name,
        OidcProvider.domains(domains == null ? "" : domains));
  }

  private static URI issuer(String text) {
    if (text.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
      URI uri = URI.create(text);
      if (uri.getScheme().equals("https") || THIS_MACHINE.contains(String.valueOf(uri.getHost()))) {
        return uri;
      }
    }
    throw new Config.Wrong("'oidc-issuer' takes https://host[/path], not '" + text + "'");
  }

  private static String secret(String file) {
    try {
      String secret = Files.readString(Path.of(file)).strip();
      if (!secret.isEmpty()) {
        return secret;
      }
    } catch (IOException unread) {
      throw new Config.Wrong("'oidc-client-secret-file' cannot be read: " + file);
    }
    throw new Config.Wrong("'oidc-client-secret-file' is empty: " + file);
  }
}
