package dev.suture.capture;

/// One part of a capture.
///
/// @param name `replay.json`, `network.har`, `console.json`, `actions.json`, `page.json`,
///   `storage.json`, `channels.json`, `random.json`, `screenshot.png|jpeg|webp`; other attachments
///   keep a cleaned name
/// @param mediaType as judged by the server from name and content, never as the sender says
/// @param bytes uncompressed length
/// @param blob key in the blob store, made by the server
public record Part(String name, String mediaType, long bytes, String blob) {}
