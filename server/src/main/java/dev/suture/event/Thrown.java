package dev.suture.event;

import dev.suture.json.OnDemand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One exception of a chain.
///
/// @param handled false when it reached the top of a thread or of an event handler
/// @param mechanism what caught it, as the sender names it
/// @param frames the call that threw comes first
public record Thrown(
    String type, String value, boolean handled, @Nullable String mechanism, List<Frame> frames) {

  public Thrown withFrames(List<Frame> mapped) {
    return new Thrown(type, value, handled, mechanism, OnDemand.copyOf(mapped));
  }
}
