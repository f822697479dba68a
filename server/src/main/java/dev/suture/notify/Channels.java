package dev.suture.notify;

import dev.suture.alert.Channel;
import dev.suture.alert.Message;
import dev.suture.alert.Notifier;
import dev.suture.io.Outbound;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every kind of channel, each in its own tongue.
public final class Channels implements Notifier {
  private static final int LEAST_SECRET = 16;

  static final Map<Channel.Kind, Tongue> TONGUES =
      Map.of(
          Channel.Kind.slack, new Slack(),
          Channel.Kind.teams, new Teams(),
          Channel.Kind.discord, new Discord(),
          Channel.Kind.pagerDuty, new PagerDuty(),
          Channel.Kind.alertmanager, new Alertmanager(false),
          Channel.Kind.alertmanagerWebhook, new Alertmanager(true),
          Channel.Kind.webhook, new Webhook());

  private final Outbound outbound;
  private final @Nullable Mail mail;

  /// @param server null when nobody set one
  public Channels(Outbound outbound, @Nullable MailServer server) {
    this.outbound = outbound;
    this.mail = server == null ? null : new Mail(server);
  }

  @Override
  public Outcome send(Channel channel, String secret, Message message) {
    Tongue tongue = TONGUES.get(channel.kind());
    if (tongue == null) {
      return mail == null
          ? new Outcome.Refused("No mail server is set.")
          : mail.send(channel, message);
    }
    Outcome last = new Outcome.Refused("There was nothing to say.");
    for (Tongue.Post post : tongue.posts(channel, secret, message)) {
      last = call(post, secret);
      if (!(last instanceof Outcome.Delivered)) {
        return last;
      }
    }
    return last;
  }

  private Outcome call(Tongue.Post post, String secret) {
    try {
      Outbound.Reply reply = outbound.post(post.address(), post.body(), post.headers());
      return outcome(reply, secret);
    } catch (Outbound.Refused refused) {
      return new Outcome.Refused("It is not called: " + refused.getMessage() + ".");
    } catch (IOException failed) {
      return new Outcome.Again(
          "It did not answer: " + Plain.answer(String.valueOf(failed.getMessage()), secret),
          Duration.ZERO);
    }
  }

  private static Outcome outcome(Outbound.Reply reply, String secret) {
    int status = reply.status();
    String words = Plain.answer(reply.body(), secret);
    String answer = "It answered " + status + (words.isEmpty() ? "." : ": " + words);
    if (status / 100 == 2) {
      return new Outcome.Delivered(answer);
    }
    if (status / 100 == 3) {
      return new Outcome.Refused(
          "It answered " + status + ", and points elsewhere, where nothing is sent.");
    }
    boolean later = status / 100 == 5 || status == 408 || status == 425 || status == 429;
    return later
        ? new Outcome.Again(answer, Duration.ofSeconds(reply.retryAfter()))
        : new Outcome.Refused(answer);
  }

  @Override
  public void check(Channel.Kind kind, String address, String secret) {
    switch (kind) {
      case slack, teams, discord -> address(secret);
      case pagerDuty -> {
        address(address);
        if (!secret.matches("[A-Za-z0-9]{20,64}")) {
          throw new IllegalArgumentException("A routing key has 32 letters and digits.");
        }
      }
      case alertmanager, alertmanagerWebhook -> {
        address(address);
        if (!secret.matches("[\\x21-\\x7e]{0,4000}")) {
          throw new IllegalArgumentException("A token has no spaces in it.");
        }
      }
      case webhook -> {
        address(address);
        if (secret.length() < LEAST_SECRET) {
          throw new IllegalArgumentException(
              "What is signed with has at least " + LEAST_SECRET + " characters.");
        }
      }
      case email -> mail(address);
    }
  }

  private void mail(String address) {
    if (mail == null) {
      throw new IllegalArgumentException(
          "This server cannot send mail yet; whoever runs it sets smtp and mail-from.");
    }
    if (!Mail.isAddresses(address)) {
      throw new IllegalArgumentException("Addresses of mail are separated by commas, at most 20.");
    }
  }

  private void address(String text) {
    try {
      outbound.check(URI.create(text));
    } catch (Outbound.Refused refused) {
      throw new IllegalArgumentException(
          "This address is not called: " + refused.getMessage() + ".", refused);
    } catch (IOException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "This address cannot be used: it is no address, or its host is not known.", wrong);
    }
  }
}
