package dev.suture.project;

/// The public half of a DSN. Whoever knows it may send; it opens nothing else.
///
/// @param value 32 lower-case hexadecimal digits
public record ProjectKey(String value, long project) {}
