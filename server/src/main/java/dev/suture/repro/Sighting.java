package dev.suture.repro;

import java.time.Instant;
import java.util.List;

/// What a reproduction showed at one commit that somebody asked about.
///
/// @param name that the commit was asked for by: a branch, a tag, a line; empty for what is live
/// @param commit full id
public record Sighting(
    String issue,
    String name,
    String commit,
    ReproVerdict verdict,
    double confidence,
    List<Run> runs,
    Instant at) {}
