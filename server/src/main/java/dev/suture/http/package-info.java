/// The HTTP door: reads a request within its limits, calls one room, renders the answer. It decides
/// nothing and never sees the other doors.
@NullMarked
package dev.suture.http;

import org.jspecify.annotations.NullMarked;
