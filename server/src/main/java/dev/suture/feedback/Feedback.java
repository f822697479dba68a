package dev.suture.feedback;

import dev.suture.capture.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a person wrote. All text in it came from outside.
///
/// @param id 32 lower-case hexadecimal digits
/// @param event id of the event that it is about
/// @param name how the person calls itself
/// @param url of the page that it was written on
/// @param source how it came: `user_report`, `widget` ...
/// @param files that came with it
public record Feedback(
    String id,
    Instant at,
    String message,
    @Nullable String name,
    @Nullable String email,
    @Nullable String event,
    @Nullable String url,
    @Nullable String release,
    @Nullable String environment,
    String source,
    List<Part> files) {

  public Feedback withFiles(List<Part> stored) {
    return new Feedback(
        id,
        at,
        message,
        name,
        email,
        event,
        url,
        release,
        environment,
        source,
        List.copyOf(stored));
  }
}
