package dev.suture.mcp;

/// What the endpoint answers: JSON, or nothing when the length is zero.
public record McpResponse(int status, byte[] body) {}
