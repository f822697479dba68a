package dev.suture.issue;

import java.util.List;

/// What events must share to be one issue, and why.
///
/// @param grouping version of the rule that made it
/// @param hash 32 lower-case hexadecimal digits over the parts
/// @param parts what was hashed, in words a person can check
public record Fingerprint(String grouping, String hash, List<String> parts) {}
