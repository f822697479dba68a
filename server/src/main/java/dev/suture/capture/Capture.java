package dev.suture.capture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a recorder saw around a failure.
///
/// @param id the id of its event
/// @param issue id of the issue that the event went to
/// @param title what the sender called it; captured text
/// @param recorder which recorder sent it, by the event's SDK name
public record Capture(
    String id,
    long project,
    String issue,
    @Nullable String title,
    @Nullable String note,
    Instant at,
    Instant received,
    String recorder,
    List<Part> parts) {

  public Capture withParts(List<Part> all) {
    return new Capture(id, project, issue, title, note, at, received, recorder, List.copyOf(all));
  }

  public Optional<Part> part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  public Optional<Part> screenshot() {
    return parts.stream().filter(part -> part.name().startsWith("screenshot.")).findFirst();
  }
}
