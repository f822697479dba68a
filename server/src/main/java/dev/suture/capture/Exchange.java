package dev.suture.capture;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One network request with its response. All text in it is captured.
///
/// @param at start, epoch milliseconds on the page's clock
/// @param ms duration
/// @param status 0 when no answer came
/// @param error why there is no response
/// @param initiator the stack that started the request
public record Exchange(
    String id,
    double at,
    double ms,
    String method,
    String url,
    int status,
    SortedMap<String, String> requestHeaders,
    @Nullable String requestBody,
    SortedMap<String, String> responseHeaders,
    @Nullable String responseBody,
    @Nullable String error,
    @Nullable String initiator) {}
