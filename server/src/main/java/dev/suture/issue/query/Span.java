package dev.suture.issue.query;

/// A place in a query, in UTF-16 units as browsers count them.
///
/// @param to behind the last one
public record Span(int from, int to) {}
