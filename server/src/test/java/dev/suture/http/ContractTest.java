package dev.suture.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.cause.Bodies;
import dev.suture.cause.Bundle;
import dev.suture.event.Artifact;
import dev.suture.event.Sender;
import dev.suture.ingest.OutcomeStore;
import dev.suture.issue.IssueStore;
import dev.suture.issue.query.EventSearch;
import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.trust.Trust;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.project.RetentionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The golden samples: what our records are on the wire. The web workspace reads the same files.
class ContractTest {
  private static final Path CONTRACT = Path.of("../contract");

  private static final List<Long> PER_HOUR = Collections.nCopies(24, 0L);

  @TestFactory
  Stream<DynamicTest> ourRecordsAreTheSamples() {
    return answers().entrySet().stream()
        .map(
            answer ->
                DynamicTest.dynamicTest(
                    answer.getKey(),
                    () -> {
                      String json = Json.MAPPER.writeValueAsString(answer.getValue());
                      assertThat(ApiSchema.problems(answer.getKey(), json)).isEmpty();
                      assertThat(Json.MAPPER.readTree(json))
                          .isEqualTo(Json.MAPPER.readTree(sample(answer.getKey())));
                    }));
  }

  @Test
  void everySampleIsMadeOfARecord() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT.resolve("samples"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.startsWith("api-")))
          .containsExactlyInAnyOrderElementsOf(
              answers().keySet().stream().map(name -> "api-" + name + ".json").toList());
    }
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() {
    assertThat(ApiSchema.problems("Lines", "{\"production\":\"main\"}")).isNotEmpty();
    assertThat(ApiSchema.problems("Lines", "{\"production\":\"a\",\"develop\":\"b\",\"c\":1}"))
        .isNotEmpty();
  }

  private static Map<String, Object> answers() {
    Capture capture =
        new Capture(
            Bodies.EVENT,
            1,
            "shop-1",
            "Checkout does nothing",
            "I pressed the button twice.",
            Bodies.AT,
            Bodies.AT.plusSeconds(1),
            "suture.extension",
            List.of(new Part("network.har", "application/json", 812, "captures/1/x/network.har")));
    var note = Bundle.HotfixNote.of(Bodies.hotfix(true));
    var row =
        new IssueListApi.IssueRow(Bodies.issue(), PER_HOUR, Collections.nCopies(14, 0L), note);
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(
        "Projects",
        new ProjectApi.Projects(
            List.of(
                new ProjectApi.ProjectView(
                    1,
                    "shop",
                    "Shop",
                    "https://git.example/shop.git",
                    Lines.GIT_FLOW,
                    "http://00112233445566778899aabbccddeeff@localhost:4747/1",
                    1,
                    Bodies.live()))));
    answers.put("Deployments", new DeploymentApi.Deployments(List.of(Bodies.live())));
    answers.put(
        "Artifacts",
        new ArtifactApi.Artifacts(
            List.of(
                new Artifact(
                    1,
                    "85314830-023f-4cf1-a267-535f4e37bb17",
                    null,
                    null,
                    4096,
                    Bodies.AT,
                    "artifacts/1/0011.zst"))));
    answers.put(
        "IssuePage", new IssueListApi.IssuePage(List.of(row), "lastSeen.1700000000.1.0", 40L));
    answers.putAll(searches());
    answers.put(
        "IssueDetail",
        new IssueApi.IssueDetail(
            Bodies.issue(),
            2,
            Bodies.event(),
            List.of(
                new IssueStore.EventLine(
                    Bodies.EVENT, Bodies.AT, "shop@1.4.0", "production", "7", true)),
            List.of(capture),
            List.of(new IssueStore.Share("shop@1.4.0", 3)),
            List.of(new IssueStore.Share("production", 3)),
            PER_HOUR,
            List.of(Bodies.hotfix(false))));
    answers.putAll(LifeSamples.answers());
    answers.putAll(GroupingSamples.answers());
    answers.put("Capture", capture);
    answers.put("Bundle", Bodies.bundle("Cannot read properties of undefined"));
    answers.put("Hotfixes", new HotfixApi.HotfixList(List.of(Bodies.hotfix(true))));
    answers.put(
        "Status",
        new StatusApi.Status(
            "0.1.0",
            new StatusApi.Backlog(0, 0, 0.0),
            List.of(new OutcomeStore.Tally(1, "event", "stored", "", 3))));
    answers.putAll(AccountSamples.answers());
    answers.put(
        "Error",
        Map.of(
            "error",
            Map.of(
                "code",
                "notFound",
                "message",
                "There is no project with this slug.",
                "remedy",
                "GET /api/v1/projects lists them.")));
    answers.putAll(ProofSamples.answers());
    answers.putAll(SettingsSamples.answers());
    answers.putAll(ReleaseSamples.answers());
    answers.putAll(WatchSamples.answers());
    answers.putAll(ShipSamples.answers());
    answers.putAll(TaskSamples.answers());
    answers.putAll(AlertSamples.answers());
    answers.putAll(DoraSamples.answers());
    answers.putAll(CauseSamples.answers());
    answers.putAll(DiffSamples.answers());
    answers.put(
        "TrustView",
        new TrustApi.TrustView(
            "shop-1",
            List.of(new Trust.Came(Sender.staffToken, 1), new Trust.Came(Sender.anonymousKey, 2)),
            Bodies.EVENT,
            true,
            new Trust.Approval("account:1", "Ada", Bodies.AT, Bodies.EVENT),
            true));
    answers.putAll(LineSamples.answers());
    answers.putAll(BackportSamples.answers());
    answers.put(
        "Retention",
        new RetentionApi.RetentionView(
            2L << 30, 90, new RetentionStore.Usage(1_204, 1_310_720, 5_242_880)));
    return answers;
  }

  private static Map<String, Object> searches() {
    var value = new IssueSearch.Value("Chrome 126", 3, 1);
    var event =
        new EventSearch.Line(
            Bodies.EVENT,
            "shop",
            "shop-1",
            Bodies.AT,
            "TypeError: Cannot read properties of undefined (reading 'sku')",
            "error",
            "shop@1.4.0",
            "production",
            "7",
            "Chrome 126",
            "Windows 10",
            "https://shop.test/cart",
            true);
    return Map.of(
        "EventPage",
        new EventSearch.Page(List.of(event), "1795168800500000.1", Bodies.AT),
        "Facets",
        new IssueSearch.Facets(
            List.of(new IssueSearch.Facet("browser", 4, 2, List.of(value))), 1, false),
        "Tags",
        new TagApi.Tags(List.of(new IssueSearch.Name("browser", 4))),
        "TagValues",
        new TagApi.TagValues(List.of(value)),
        "SearchLanguage",
        new TagApi.Language(
            List.of(new TagApi.Word("is", "state of the issue")),
            List.of(new TagApi.Word("resolved", "resolved"))));
  }

  private static String sample(String name) throws IOException {
    return Files.readString(CONTRACT.resolve("samples/api-" + name + ".json"));
  }
}
