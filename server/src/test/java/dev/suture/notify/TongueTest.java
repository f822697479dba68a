package dev.suture.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.alert.Alert;
import dev.suture.alert.Channel;
import dev.suture.alert.Delivery;
import dev.suture.alert.Message;
import dev.suture.alert.Notifier.Outcome;
import dev.suture.alert.Severity;
import dev.suture.alert.Told;
import dev.suture.io.Outbound;
import dev.suture.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What each channel is told when the captured text wants to be more than text.
class TongueTest {
  private static final String HOSTILE =
      "@everyone <!channel> <@U1> [click](https://evil.example) ```\n"
          + "# h **b** <b>x</b> <https://e|e> www.evil.example \u202egnp\u200b\ufeff\u2066 &amp;"
          + " \uDB40\uDC41 end";
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
  private static final String ADDRESS = "https://hooks.example/x";

  private static Message message(Delivery.Action action) {
    Told told =
        new Told(
            "A new issue: shop-1.",
            HOSTILE,
            List.of(new Told.Fact("Events", "3")),
            new Told.Since(HOSTILE, HOSTILE, "4a4f6d2c0a6f0f4f8c4b1f6f8f0f1d2e3c4b5a69", AT),
            "shop-1",
            "/issues/shop-1");
    Alert alert =
        new Alert(
            7,
            2,
            "New issue",
            "newIssue",
            "shop-1",
            Alert.State.firing,
            Severity.critical,
            told,
            AT,
            null,
            null,
            null);
    return new Message(
        "suture-shop-9",
        action,
        false,
        "shop",
        "New issue",
        "https://suture.example",
        AT,
        List.of(alert));
  }

  private static Channel channel(Channel.Kind kind, String address) {
    return new Channel(1, "Ops", kind, address, true, AT);
  }

  private static JsonNode body(Tongue tongue, Channel.Kind kind) {
    List<Tongue.Post> posts =
        tongue.posts(channel(kind, ADDRESS), ADDRESS, message(Delivery.Action.trigger));
    assertThat(posts).hasSize(1);
    return Json.MAPPER.readTree(posts.getFirst().body());
  }

  @Test
  void whatCannotBeSeenIsTakenOutAndAddressesAreNoLinks() {
    String plain = Plain.of(HOSTILE);
    assertThat(plain).doesNotContainPattern("[\\p{Cf}\\p{Cc}\\p{Cs}]");
    assertThat(plain).doesNotContain("://").doesNotContain("www.").endsWith("end");
    assertThat(Plain.of("a\n\n  b\u3164\u2800c")).isEqualTo("a bc");
    assertThat(Plain.of("😀".repeat(1_000)).length()).isLessThanOrEqualTo(302);
  }

  @Test
  void slackReadsCapturedTextInRichTextOnly() {
    JsonNode body = body(new Slack(), Channel.Kind.slack);
    assertThat(body.path("text").asString()).isEqualTo("shop: A new issue: shop-1.");
    assertThat(body.findValues("type").stream().map(JsonNode::asString))
        .doesNotContain("mrkdwn", "broadcast", "user", "usergroup");
    assertThat(body.findValues("url").stream().map(JsonNode::asString))
        .containsExactly(
            "https://suture.example/issues/shop-1",
            "https://suture.example/api/v1/issues/shop-1/bundle?format=markdown");
    assertThat(body.path("unfurl_links").asBoolean(true)).isFalse();
  }

  @Test
  void teamsReadsNothingAsMarkdown() {
    JsonNode body = body(new Teams(), Channel.Kind.teams);
    JsonNode card = body.path("attachments").path(0);
    assertThat(card.path("contentType").asString())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(body.findValues("type").stream().map(JsonNode::asString))
        .doesNotContain("TextBlock", "FactSet");
    assertThat(body.findValues("url").stream().map(JsonNode::asString))
        .containsExactly(
            "https://suture.example/issues/shop-1",
            "https://suture.example/api/v1/issues/shop-1/bundle?format=markdown");
  }

  @Test
  void discordMentionsNobodyAndTheTextStaysInItsBlock() {
    JsonNode body = body(new Discord(), Channel.Kind.discord);
    assertThat(body.path("allowed_mentions").path("parse").isEmpty()).isTrue();
    assertThat(body.path("content").asString()).doesNotContain("everyone");
    String description = body.path("embeds").path(0).path("description").asString();
    assertThat(description.split("```", -1)).hasSize(3);
    assertThat(description.length()).isLessThan(1_000);
  }

  @Test
  void pagerDutyHasAKeyAndPlainText() {
    Channel pager = channel(Channel.Kind.pagerDuty, ADDRESS);
    JsonNode event =
        Json.MAPPER.readTree(
            new PagerDuty()
                .posts(pager, "R".repeat(32), message(Delivery.Action.trigger))
                .getFirst()
                .body());
    assertThat(event.path("dedup_key").asString()).isEqualTo("suture:shop:2:7");
    assertThat(event.path("payload").path("severity").asString()).isEqualTo("critical");
    assertThat(event.path("payload").path("summary").asString()).doesNotContain("evil");
    assertThat(new PagerDuty().posts(pager, "R", message(Delivery.Action.test))).hasSize(2);
  }

  @Test
  void alertmanagerHasTheSameLabelsInItsApiAndItsWebhook() {
    JsonNode api =
        Json.MAPPER.readTree(
            new Alertmanager(false)
                .posts(
                    channel(Channel.Kind.alertmanager, "https://am.example/"),
                    "",
                    message(Delivery.Action.trigger))
                .getFirst()
                .body());
    JsonNode hook = body(new Alertmanager(true), Channel.Kind.alertmanagerWebhook);
    assertThat(hook.path("version").asString()).isEqualTo("4");
    assertThat(hook.path("alerts").path(0).path("endsAt").asString())
        .isEqualTo("0001-01-01T00:00:00Z");
    assertThat(hook.path("alerts").path(0).path("labels")).isEqualTo(api.path(0).path("labels"));
    assertThat(api.path(0).path("labels").toString()).doesNotContain("everyone");
    assertThat(Instant.parse(api.path(0).path("endsAt").asString())).isAfter(AT);
  }

  @Test
  void everyChannelTellsSinceWhichDeploymentAndLinksToTheBundle() {
    assertThat(Channels.TONGUES).hasSize(7);
    Channels.TONGUES.forEach(
        (kind, tongue) ->
            assertThat(body(tongue, kind).toString())
                .as(kind.name())
                .contains("https://suture.example/issues/shop-1")
                .contains("https://suture.example/api/v1/issues/shop-1/bundle?format=markdown")
                .containsAnyOf("20 Nov 2026, 10:00 UTC", "2026-11-20T10:00:00Z"));
  }

  @Test
  void aLetterIsPlainTextAndEscapedHtml() throws Exception {
    try (Smtp smtp = new Smtp();
        Outbound outbound = new Outbound(Set.of(), Duration.ofSeconds(1))) {
      Channels channels =
          new Channels(
              outbound,
              new MailServer(
                  "127.0.0.1",
                  smtp.port(),
                  MailServer.Security.plain,
                  "suture@example.org",
                  null,
                  null));
      Channel mail = channel(Channel.Kind.email, "ops@example.org, dev@example.org");
      channels.check(mail.kind(), mail.address(), "");
      assertThat(channels.send(mail, "", message(Delivery.Action.trigger)))
          .isInstanceOf(Outcome.Delivered.class);
      String letter = smtp.letters().getFirst();
      assertThat(letter)
          .contains("Message-ID: <suture-shop-9@example.org>")
          .contains("References: <suture-shop-2-7@example.org>")
          .contains("Subject: [shop] A new issue: shop-1.");
      assertThat(letter.replaceAll("=\\r?\\n", ""))
          .contains("deployed into", "20 Nov 2026, 10:00 UTC")
          .contains("Failure bundle of shop-1: https://suture.example/api/v1/issues/shop-1/bundle");
      assertThat(letter.indexOf("text/plain")).isLessThan(letter.indexOf("text/html"));
      assertThat(letter).doesNotContain("://evil");
      assertThat(letter.substring(letter.indexOf("text/html"))).doesNotContain("<b>x</b>");
      smtp.answerRecipients("550 no such user");
      assertThat(channels.send(mail, "", message(Delivery.Action.trigger)))
          .isInstanceOf(Outcome.Refused.class);
      smtp.answerRecipients("451 later");
      assertThat(channels.send(mail, "", message(Delivery.Action.trigger)))
          .isInstanceOf(Outcome.Again.class);
    }
  }

  @Test
  void theSecretIsNotInWhatIsKeptOfAnAnswer() {
    assertThat(Plain.answer("no: " + ADDRESS + " <b>", ADDRESS)).isEqualTo("no: b");
    assertThat(Plain.answer("ok\u202e", "")).isEqualTo("ok");
  }
}
