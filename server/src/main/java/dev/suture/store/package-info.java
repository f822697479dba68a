/// Durable storage: the queue's segment log, the SQL database, and blobs on disk. It implements the
/// interfaces that the rooms own and holds no rule of theirs.
@NullMarked
package dev.suture.store;

import org.jspecify.annotations.NullMarked;
