package dev.suture.backport.presence;

/// A line of development as it stands.
///
/// @param name as its people call it
/// @param tip full id of its last commit
public record Line(String name, String tip) {}
