package dev.suture.app;

import dev.suture.notify.MailServer;
import dev.suture.notify.MailServer.Security;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The settings of the server that mail is handed to: address and sender, or none.
final class MailConfig {
  static final List<String> KEYS = List.of("smtp", "mail-from", "smtp-user", "smtp-password-file");

  private static final Pattern ADDRESS =
      Pattern.compile("(smtps|smtp|smtp\\+plain)://([A-Za-z0-9.-]{1,253}):([0-9]{1,5})");

  private MailConfig() {}

  /// @param left settings; those of mail are taken out
  /// @return null when there is none
  static @Nullable MailServer take(Map<String, String> left) {
    String smtp = left.remove("smtp");
    String from = left.remove("mail-from");
    String user = left.remove("smtp-user");
    String file = left.remove("smtp-password-file");
    if (smtp == null && from == null && user == null && file == null) {
      return null;
    }
    if (smtp == null || from == null) {
      throw new Config.Wrong("to send mail, 'smtp' and 'mail-from' are both needed");
    }
    Matcher address = ADDRESS.matcher(smtp);
    if (!address.matches()) {
      throw new Config.Wrong(
          "'smtp' takes smtps://host:port, smtp://host:port or smtp+plain://host:port, not '"
              + smtp
              + "'");
    }
    if (!from.matches("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}")) {
      throw new Config.Wrong("'mail-from' takes an address of mail, not '" + from + "'");
    }
    Security security =
        switch (address.group(1)) {
          case "smtps" -> Security.tls;
          case "smtp" -> Security.starttls;
          default -> Security.plain;
        };
    return new MailServer(
        address.group(2),
        Integer.parseInt(address.group(3)),
        security,
        from,
        user,
        file == null ? null : password(file));
  }

  private static String password(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unread) {
      throw new Config.Wrong("'smtp-password-file' cannot be read: " + file);
    }
  }
}
