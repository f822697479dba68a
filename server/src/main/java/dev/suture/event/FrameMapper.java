package dev.suture.event;

/// Maps the frames of built code to the sources they were built from.
public interface FrameMapper {
  /// The event with every frame mapped for which an uploaded artifact of the event's own project is
  /// found; other frames say in [Frame#unmapped] why they were not. Never throws for what an event
  /// holds.
  Event map(Event event);
}
