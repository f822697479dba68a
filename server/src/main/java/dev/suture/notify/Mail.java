package dev.suture.notify;

import dev.suture.alert.Alert;
import dev.suture.alert.Channel;
import dev.suture.alert.Delivery;
import dev.suture.alert.Message;
import dev.suture.alert.Notifier.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Letters: plain text first, the same as HTML beside it, one thread for each alert.
final class Mail {
  private static final String UTF_8 = "UTF-8";

  private final MailServer server;
  private final Session session;

  Mail(MailServer server) {
    this.server = server;
    Properties settings = new Properties();
    settings.put("mail.smtp.host", server.host());
    settings.put("mail.smtp.port", Integer.toString(server.port()));
    settings.put("mail.smtp.connectiontimeout", "5000");
    settings.put("mail.smtp.timeout", "10000");
    settings.put("mail.smtp.writetimeout", "10000");
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.localhost", "suture");
    settings.put("mail.smtp.auth", Boolean.toString(server.user() != null));
    switch (server.security()) {
      case tls -> settings.put("mail.smtp.ssl.enable", "true");
      case starttls -> settings.put("mail.smtp.starttls.required", "true");
      case plain -> settings.put("mail.smtp.starttls.enable", "false");
    }
    if (server.security() == MailServer.Security.starttls) {
      settings.put("mail.smtp.starttls.enable", "true");
    }
    session = Session.getInstance(settings);
  }

  Outcome send(Channel channel, Message message) {
    try {
      MimeMessage letter = letter(channel, message);
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect(server.user(), server.password());
        transport.sendMessage(letter, letter.getAllRecipients());
      }
      return new Outcome.Delivered("The mail server took it.");
    } catch (MessagingException failed) {
      return outcome(failed);
    }
  }

  private static Outcome outcome(MessagingException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (isFinal(cause)) {
        return new Outcome.Refused(
            "The mail server refused it: " + Plain.answer(String.valueOf(cause.getMessage()), ""));
      }
    }
    if (failed.getNextException() instanceof MessagingException next && isFinal(next)) {
      return new Outcome.Refused(
          "The mail server refused it: " + Plain.answer(String.valueOf(next.getMessage()), ""));
    }
    return new Outcome.Again(
        "The mail server did not take it: " + Plain.answer(String.valueOf(failed.getMessage()), ""),
        Duration.ZERO);
  }

  private static boolean isFinal(Throwable failed) {
    return switch (failed) {
      case SMTPSendFailedException refused -> refused.getReturnCode() >= 500;
      case SMTPAddressFailedException refused -> refused.getReturnCode() >= 500;
      default -> false;
    };
  }

  private MimeMessage letter(Channel channel, Message message) throws MessagingException {
    String domain = server.from().substring(server.from().indexOf('@') + 1);
    String thread =
        message.alerts().isEmpty()
            ? message.id()
            : message.alerts().getFirst().key(message.project()).replace(':', '-');
    MimeMessage letter =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + message.id() + "@" + domain + ">");
          }
        };
    letter.setFrom(new InternetAddress(server.from()));
    letter.setRecipients(
        MimeMessage.RecipientType.TO, InternetAddress.parse(channel.address(), true));
    letter.setSubject(Plain.cut(subject(message), 180), UTF_8);
    letter.setSentDate(Date.from(message.at()));
    letter.setHeader("References", "<" + thread + "@" + domain + ">");
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("X-Auto-Response-Suppress", "All");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(text(message), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(html(message), UTF_8, "html");
    letter.setContent(new MimeMultipart("alternative", text, html));
    letter.saveChanges();
    return letter;
  }

  /// An end has the subject of its beginning, so that it lands in the same thread.
  private static String subject(Message message) {
    if (message.action() == Delivery.Action.test || message.alerts().isEmpty()) {
      return message.headline();
    }
    Alert first = message.alerts().getFirst();
    String prefix = message.action() == Delivery.Action.resolve ? "Ended: " : "";
    int more = message.alerts().size() - 1;
    return prefix
        + "["
        + message.project()
        + "] "
        + first.told().says()
        + (more > 0 ? " And " + more + " more." : "");
  }

  private static String text(Message message) {
    StringBuilder text = new StringBuilder(message.headline()).append("\n");
    for (Shown shown : Shown.of(message)) {
      text.append('\n').append(shown.says()).append('\n');
      if (!shown.quote().isEmpty()) {
        text.append("  | ").append(shown.quote()).append('\n');
      }
      if (!shown.release().isEmpty()) {
        text.append("Since ").append(shown.release()).append(", ").append(shown.since());
        text.append('\n');
      }
      shown
          .facts()
          .forEach(fact -> text.append(fact.name()).append(": ").append(fact.value()).append('\n'));
      shown
          .links()
          .forEach(
              link -> text.append(link.label()).append(": ").append(link.address()).append('\n'));
    }
    return text.append('\n').append(Shown.footer(message)).append('\n').toString();
  }

  private static String html(Message message) {
    StringBuilder html =
        new StringBuilder(
            "<!doctype html><html><body style=\"font:15px/1.5"
                + " system-ui,sans-serif;color:#1d2433\">");
    html.append("<h2 style=\"font-size:18px\">").append(Plain.html(message.headline()));
    html.append("</h2>");
    for (Shown shown : Shown.of(message)) {
      html.append("<p>").append(Plain.html(shown.says())).append("</p>");
      if (!shown.quote().isEmpty()) {
        html.append(
            "<pre style=\"background:#f2f4f8;padding:10px;border-radius:6px;white-space:pre-wrap\">");
        html.append(Plain.quotedHtml(shown.quote())).append("</pre>");
      }
      if (!shown.release().isEmpty()) {
        html.append("<p>Since <code>").append(Plain.quotedHtml(shown.release()));
        html.append("</code>, ").append(Plain.quotedHtml(shown.since())).append("</p>");
      }
      html.append("<p style=\"color:#5a6478\">");
      shown
          .facts()
          .forEach(
              fact ->
                  html.append(Plain.html(fact.name()))
                      .append(": ")
                      .append(Plain.html(fact.value()))
                      .append("<br>"));
      html.append("</p>");
      for (Shown.Link link : shown.links()) {
        html.append("<p><a href=\"").append(Plain.html(link.address())).append("\">");
        html.append(Plain.html(link.label())).append("</a></p>");
      }
    }
    html.append("<p style=\"color:#5a6478\">").append(Plain.html(Shown.footer(message)));
    return html.append("</p></body></html>").toString();
  }

  /// Whether a text is some addresses of mail.
  static boolean isAddresses(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= 1_000
        && text.matches(
            "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}"
                + "(, ?[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}){0,19}");
  }
}
