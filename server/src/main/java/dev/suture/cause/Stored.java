package dev.suture.cause;

/// One entry of the browser's storage at the start of a recording. All of it is data from outside.
///
/// @param area `local` or `session`
public record Stored(String area, String key, String value) {}
