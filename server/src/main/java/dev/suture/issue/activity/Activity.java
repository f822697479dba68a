package dev.suture.issue.activity;

import java.time.Instant;

/// One entry of an issue's log.
///
/// @param id counts up; given by the store
public record Activity(long id, Instant at, Actor actor, Deed deed) {}
