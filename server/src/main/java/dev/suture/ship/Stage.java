package dev.suture.ship;

/// One step of a rollout.
///
/// @param name of ours or of the project: canary, ring, everyone
/// @param share percent of the traffic that the release then has
/// @param bake minutes that it must run at this share before more is asked for
public record Stage(String name, double share, int bake) {}
