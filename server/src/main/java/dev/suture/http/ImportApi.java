package dev.suture.http;

import dev.suture.dora.Imports;
import dev.suture.dora.ListReader;
import dev.suture.dora.Notice;
import dev.suture.dora.RemoteHistory;
import dev.suture.dora.TagSource;
import dev.suture.dora.Told;
import dev.suture.project.Project;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings in what was deployed before: from a list in the body, from the tags of the repository, or
/// from the API of a forge, which goes on behind the answer.
public final class ImportApi {
  private static final long LARGEST = 32 << 20;
  private static final String VERSION = "(.+@)?v?\\d+(\\.\\d+)+([-+.].*)?";

  private final Rooms rooms;

  /// What is called, and who understands which form.
  public record Rooms(
      Api.Rooms api,
      Imports imports,
      List<ListReader> readers,
      TagSource tags,
      RemoteHistory remote) {}

  private ImportApi(Rooms rooms) {
    this.rooms = rooms;
  }

  public static List<Route> routes(Rooms rooms) {
    ImportApi api = new ImportApi(rooms);
    String path = "/projects/{slug}/deployments/import";
    return List.of(Api.operator("GET", path, api::show), Api.operator("POST", path, api::take));
  }

  private Answer show(Call call) {
    Project project = rooms.api().project(call.param("slug"));
    return Answer.json(200, rooms.imports().of(project).orElse(none()));
  }

  private static Imports.Progress none() {
    return new Imports.Progress("", false, false, 0, 0, 0, 0, 0, List.of(), null);
  }

  private Answer take(Call call) throws IOException {
    Project project = rooms.api().project(call.param("slug"));
    String format = Asked.given(call, "format").orElse("");
    boolean dry = flag(call, "dry");
    String environment = Asked.given(call, "environment").orElse(null);
    if (flag(call, "live")) {
      return live(call, project, format);
    }
    if (format.equals("tags")) {
      return done(rooms.imports().run(project, format, dry, tags(project, environment)));
    }
    ListReader reader =
        rooms.readers().stream()
            .filter(each -> each.format().equals(format))
            .findFirst()
            .orElseThrow(this::unknown);
    byte[] body = call.bytes(LARGEST);
    return done(
        rooms
            .imports()
            .run(project, format, dry, rows -> reader.read(body, environment).forEach(rows)));
  }

  private static Answer done(Imports.Progress progress) {
    if (progress.failed() != null) {
      throw Refusal.invalid(progress.failed(), null);
    }
    return Answer.json(200, progress);
  }

  private Refusal unknown() {
    String known =
        Stream.concat(rooms.readers().stream().map(ListReader::format), Stream.of("tags"))
            .collect(Collectors.joining(", "));
    return Refusal.invalid("format says what the list is.", "It is one of " + known + ".");
  }

  private static boolean flag(Call call, String name) {
    return Asked.given(call, name).filter("true"::equals).isPresent();
  }

  private Imports.Source tags(Project project, @Nullable String environment) {
    return rows -> {
      int line = 0;
      for (TagSource.Tag tag : rooms.tags().tags(project)) {
        line++;
        if (tag.name().matches(VERSION)) {
          rows.accept(ListReader.Row.of(line, new Notice.Deployed(told(tag, environment))));
        }
      }
    };
  }

  private static Told told(TagSource.Tag tag, @Nullable String environment) {
    return new Told(
        environment == null ? "production" : environment,
        tag.name(),
        tag.commit(),
        null,
        null,
        null,
        tag.at(),
        "git",
        tag.name(),
        null,
        tag.name());
  }

  private Answer live(Call call, Project project, String format) throws IOException {
    Asking asking = call.json(Asking.class);
    boolean known = format.equals("github") || format.equals("gitlab");
    String repository = asking.repository();
    if (!known || repository == null || repository.isBlank()) {
      throw Refusal.invalid(
          "A forge is asked for the deployments of a repository.",
          "Say format=github or format=gitlab, and send {\"repository\": \"owner/name\", \"token\":"
              + " \"...\"}.");
    }
    RemoteHistory.Place place =
        new RemoteHistory.Place(
            format,
            asking.address(),
            repository,
            asking.token(),
            Asked.given(call, "environment").orElse(null));
    Optional<Imports.Progress> begun =
        rooms
            .imports()
            .begin(project, format, flag(call, "dry"), rows -> rooms.remote().read(place, rows));
    return begun
        .map(progress -> Answer.json(202, progress))
        .orElseThrow(
            () ->
                new Refusal(
                    409,
                    "conflict",
                    "Another import of this project is running.",
                    "Look at it with GET, and try again when it is done."));
  }

  record Asking(@Nullable String repository, @Nullable String token, @Nullable String address) {}
}
