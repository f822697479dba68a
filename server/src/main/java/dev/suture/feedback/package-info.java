/// What people write about the application: alone, or about an event that they met. It is stored as
/// it came and answers nobody.
@NullMarked
package dev.suture.feedback;

import org.jspecify.annotations.NullMarked;
