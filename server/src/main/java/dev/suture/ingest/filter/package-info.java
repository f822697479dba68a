/// Inbound filters: whether an event is wanted at all, by what it says of itself. Pure rules, set
/// per project; each has one constant as its reason.
@NullMarked
package dev.suture.ingest.filter;

import org.jspecify.annotations.NullMarked;
