package dev.suture.http;

import dev.suture.account.Secret;
import dev.suture.dora.DeliveryStore;
import dev.suture.dora.DeliveryStore.HookSecret;
import dev.suture.dora.HookReader;
import dev.suture.dora.HookReader.NotUnderstood;
import dev.suture.dora.Notice;
import dev.suture.dora.Recorder;
import dev.suture.dora.Recorder.Unfit;
import dev.suture.project.Project;
import dev.suture.ship.Question;
import dev.suture.ship.Questions;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What other tools tell of deployments by themselves. Whoever tells must know the project's
/// secret; it is made and ended by a person, and shown once.
public final class HookApi {
  private static final long LARGEST = 1 << 20;
  private static final int SHOWN = 50;
  private static final HookSecrets.Asked SIGNED =
      new HookSecrets.Asked(
          "This is not signed with the project's secret.",
          "Make a secret in the project's settings and give it to the tool that sends this.");

  private final Rooms rooms;
  private final InstantSource clock;

  /// What is called, and who understands which tool.
  public record Rooms(
      Api.Rooms api,
      DeliveryStore deliveries,
      Recorder recorder,
      Questions questions,
      List<HookReader> readers) {}

  private HookApi(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  public static List<Route> routes(Rooms rooms, InstantSource clock) {
    HookApi api = new HookApi(rooms, clock);
    String secret = "/projects/{slug}/hook";
    return List.of(
        new Route("POST", "/hooks/{slug}/{source}", Route.Access.anyone, api::told),
        Api.operator("GET", "/projects/{slug}/questions", api::asked),
        Api.operator("GET", secret, api::show),
        Api.operator("POST", secret, api::make).byPerson(),
        Api.operator("DELETE", secret, api::forget).byPerson());
  }

  private Answer show(Call call) {
    Project project = rooms.api().project(call.param("slug"));
    return Answer.json(200, view(project, null));
  }

  private Answer asked(Call call) {
    Project project = rooms.api().project(call.param("slug"));
    return Answer.json(
        200,
        new RolloutQuestions(
            rooms.questions().of(project, SHOWN).stream().map(QuestionView::of).toList()));
  }

  private Answer make(Call call) {
    Project project = rooms.api().project(call.param("slug"));
    String secret = Secret.fresh();
    rooms
        .deliveries()
        .putSecret(
            project.slug(), new HookSecret(secret, clock.instant(), call.principal().name()));
    return Answer.json(201, view(project, secret));
  }

  private Answer forget(Call call) {
    Project project = rooms.api().project(call.param("slug"));
    rooms.deliveries().forgetSecret(project.slug());
    return Answer.json(200, view(project, null));
  }

  private HookView view(Project project, @Nullable String secret) {
    Optional<HookSecret> kept = rooms.deliveries().secret(project.slug());
    return new HookView(
        Stream.concat(rooms.readers().stream().map(HookReader::source), Stream.of("flagger"))
            .map(source -> "/hooks/" + project.slug() + "/" + source)
            .toList(),
        kept.map(HookSecret::made).orElse(null),
        kept.map(HookSecret::maker).orElse(null),
        secret);
  }

  private Answer told(Call call) throws IOException {
    Optional<HookReader> reader =
        rooms.readers().stream()
            .filter(each -> each.source().equals(call.param("source")))
            .findFirst();
    if (reader.isEmpty()) {
      throw Refusal.notFound("No tool of this name is understood.");
    }
    HookReader.Sent sent = new Sent(call, call.bytes(LARGEST));
    Project project =
        new HookSecrets(rooms.api().projects(), rooms.deliveries())
            .project(call.param("slug"), secret -> reader.get().genuine(secret, sent), SIGNED);
    try {
      return Answer.json(202, keep(project, reader.get().read(sent)));
    } catch (NotUnderstood | Unfit wrong) {
      throw Refusal.invalid(String.valueOf(wrong.getMessage()), null);
    }
  }

  private Heard keep(Project project, List<Notice> notices) throws Unfit {
    int recorded = 0;
    List<String> ignored = new ArrayList<>();
    for (Notice notice : notices) {
      Instant now = clock.instant();
      switch (notice) {
        case Notice.Deployed(var told) -> {
          boolean fresh = rooms.recorder().record(project, told, now).fresh();
          recorded += fresh ? 1 : 0;
          if (!fresh) {
            ignored.add("This deployment is known already.");
          }
        }
        case Notice.Broken broken -> {
          boolean said = rooms.recorder().broken(project, broken).isPresent();
          recorded += said ? 1 : 0;
          if (!said) {
            ignored.add("Nothing was deployed there before, so nothing is to blame.");
          }
        }
        case Notice.Mended mended -> {
          boolean said = rooms.recorder().mended(project, mended).isPresent();
          recorded += said ? 1 : 0;
          if (!said) {
            ignored.add("The beginning of this incident was not told.");
          }
        }
        case Notice.Asks(var question) -> {
          if (!question.commit().matches("[0-9a-f]{40,64}")) {
            throw new Unfit("It names no full commit id.");
          }
          rooms.questions().ask(project, question);
          recorded++;
        }
        case Notice.Nothing(String why) -> ignored.add(why);
      }
    }
    return new Heard(recorded, ignored);
  }

  private record Sent(Call call, byte[] body) implements HookReader.Sent {
    @Override
    public Optional<String> header(String name) {
      return call.header(name);
    }

    @Override
    public Optional<String> parameter(String name) {
      return call.query(name).filter(text -> !text.isBlank());
    }
  }

  /// @param paths that tools send to
  /// @param made when the secret was; null while there is none
  /// @param secret only in the answer that makes it
  record HookView(
      List<String> paths,
      @Nullable Instant made,
      @Nullable String maker,
      @Nullable String secret) {}

  record RolloutQuestions(List<QuestionView> questions) {}

  /// @param answer `approved` or `rejected`; null while it waits
  /// @param delivered whether the forge has the answer
  record QuestionView(
      String source,
      String environment,
      String commit,
      Instant asked,
      @Nullable String answer,
      boolean delivered,
      String says) {
    static QuestionView of(Question question) {
      Boolean answer = question.state().answer();
      return new QuestionView(
          question.source(),
          question.environment(),
          question.commit(),
          question.asked(),
          answer == null ? null : answer ? "approved" : "rejected",
          answer != null && !question.state().open(),
          question.state().says());
    }
  }

  /// @param ignored why what was not recorded was not
  record Heard(int recorded, List<String> ignored) {}
}
