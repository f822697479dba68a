/// How soon an alert arrives, and what counting for it costs.
@NullMarked
package dev.suture.bench.alert;

import org.jspecify.annotations.NullMarked;
