/// How well releases run: sessions and their users, folded into hourly counts per release and
/// environment. It judges no deployment and knows no protocol.
@NullMarked
package dev.suture.health;

import org.jspecify.annotations.NullMarked;
