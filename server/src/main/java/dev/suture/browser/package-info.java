/// Reproductions run in a real Chromium, driven by Playwright: a fresh context each, the recorded
/// exchanges in place of the network, the application under test behind its own address, and a hard
/// limit on time.
///
/// The browser reaches no network at all: every request ends here. Nothing is downloaded; the
/// machine's own Chromium and Node.js are used. What a verdict is, the room decides.
@NullMarked
package dev.suture.browser;

import org.jspecify.annotations.NullMarked;
