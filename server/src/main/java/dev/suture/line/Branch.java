package dev.suture.line;

import java.time.Instant;

/// A branch of the origin.
///
/// @param commit full id of its tip
/// @param at when the tip was committed
public record Branch(String name, String commit, Instant at) {}
