package dev.suture.http;

import dev.suture.account.Scope;
import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.capture.PersonStore;
import dev.suture.capture.PersonStore.Held;
import dev.suture.capture.PersonStore.Request;
import dev.suture.event.Event;
import dev.suture.feedback.Feedback;
import dev.suture.json.Json;
import dev.suture.project.Project;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What is kept of one person: found, handed out, deleted, and each of it written down.
final class PersonApi {
  private static final int REQUESTS = 50;

  private final Api.Rooms rooms;

  PersonApi(Api.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/projects/{slug}/person", this::find).needing(Scope.projectAdmin),
        Api.operator("GET", "/projects/{slug}/person/export", this::export)
            .needing(Scope.projectAdmin),
        Api.operator("DELETE", "/projects/{slug}/person", this::delete).needing(Scope.projectAdmin),
        Api.operator("GET", "/projects/{slug}/person/requests", this::requests)
            .needing(Scope.projectAdmin));
  }

  private PersonStore store() {
    return rooms.running().persons();
  }

  private Answer find(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, Found.of(store().find(project.id(), who(call))));
  }

  private Answer export(Call call) {
    Project project = rooms.project(call.param("slug"));
    String who = who(call);
    Held held = store().find(project.id(), who);
    store().note(project.id(), call.principal().name(), Request.Kind.exported, who, held);
    if (call.query("format").orElse("zip").equals("json")) {
      return Answer.json(200, texts(project, held));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/zip");
    headers.put(
        "Content-Disposition", "attachment; filename=\"" + project.slug() + "-person.zip\"");
    return new Answer(200, headers, out -> zip(project, held, out));
  }

  private Answer delete(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    String who = who(call);
    Held held = store().delete(project.id(), who);
    for (Capture capture : held.captures()) {
      for (Part part : capture.parts()) {
        rooms.blobs().delete(part.blob());
      }
    }
    for (String feedback : held.feedback()) {
      rooms.blobs().deleteAll("feedback/" + project.id() + "/" + feedback);
    }
    store().note(project.id(), call.principal().name(), Request.Kind.deleted, who, held);
    return Answer.json(200, Found.of(held));
  }

  private Answer requests(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, new Requests(store().requests(project.id(), REQUESTS)));
  }

  private Export texts(Project project, Held held) {
    List<Event> events = new ArrayList<>();
    for (String id : held.events()) {
      rooms.issues().event(project.id(), id).ifPresent(events::add);
    }
    List<Feedback> feedback = new ArrayList<>();
    for (String id : held.feedback()) {
      rooms.running().feedback().find(project.id(), id).ifPresent(feedback::add);
    }
    return new Export(project.slug(), events, held.captures(), feedback);
  }

  /// One entry for what is text, one for each file; their names are ours.
  private void zip(Project project, Held held, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("person.json"));
      zip.write(Json.MAPPER.writeValueAsBytes(texts(project, held)));
      zip.closeEntry();
      for (Capture capture : held.captures()) {
        for (Part part : capture.parts()) {
          zip.putNextEntry(new ZipEntry("captures/" + capture.id() + "/" + part.name()));
          zip.write(rooms.blobs().get(part.blob()));
          zip.closeEntry();
        }
      }
    }
  }

  private static String who(Call call) {
    String who = call.query("who").orElse("").strip();
    if (who.isEmpty() || who.length() > 200) {
      throw Refusal.invalid(
          "Say whom: the id, e-mail address, name or IP address as events have it.",
          "Send ?who=ana@example.com.");
    }
    return who;
  }

  record Found(long events, long captures, long feedback) {
    static Found of(Held held) {
      return new Found(held.events().size(), held.captures().size(), held.feedback().size());
    }
  }

  record Export(
      String project, List<Event> events, List<Capture> captures, List<Feedback> feedback) {}

  record Requests(List<Request> requests) {}
}
