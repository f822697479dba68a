/// Work that is given to agents: an issue, asked of an agent, that one caller at a time has under a
/// lease until it is done, failed, cancelled or put back. It runs no agent and never decides what
/// an agent may do.
@NullMarked
package dev.suture.task;

import org.jspecify.annotations.NullMarked;
