/// Applications under test, built from a commit of a repository and run apart: a process group of
/// their own inside bubblewrap, with no network but loopback, the system read-only, nothing of the
/// server's environment and a limit on time, and write access to their own folder alone.
///
/// Without a sandbox nothing of a repository is run unless the operator has allowed it. This
/// package judges nothing; what an application answers is not trusted.
@NullMarked
package dev.suture.sandbox;

import org.jspecify.annotations.NullMarked;
