package dev.suture.monitor;

/// A job as its check-ins tell of it.
///
/// @param last the newest check-in
/// @param ok how many runs ended well
/// @param failed how many did not
public record Monitor(CheckIn last, long ok, long failed) {}
