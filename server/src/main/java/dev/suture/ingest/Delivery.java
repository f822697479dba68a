package dev.suture.ingest;

import dev.suture.io.Encoding;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a door hands over before anything in it is believed.
///
/// @param project the number in the path, as text; null where the protocol has none and the key
///   says it all
/// @param claims where the protocol has its keys outside of the body: header values and the query
///   string, raw
/// @param length of the body as announced; negative when unknown
/// @param body still encoded
public record Delivery(
    @Nullable String project,
    List<String> claims,
    Encoding encoding,
    String address,
    long length,
    InputStream body) {}
