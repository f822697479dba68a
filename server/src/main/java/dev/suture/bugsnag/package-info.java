/// BugSnag's wire format: error reports (payload version 4) and session counts, translated into our
/// own model. It never groups, stores or decides.
@NullMarked
package dev.suture.bugsnag;

import org.jspecify.annotations.NullMarked;
