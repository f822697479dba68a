/// The way of everything that arrives: accepted durably, digested in steps, ended in exactly one
/// outcome. It knows no protocol: a decoder translates what the queue holds.
@NullMarked
package dev.suture.ingest;

import org.jspecify.annotations.NullMarked;
