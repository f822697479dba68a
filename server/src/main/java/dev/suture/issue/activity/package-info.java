/// Who did what to an issue, and when. The log is added to and never changed.
@NullMarked
package dev.suture.issue.activity;

import org.jspecify.annotations.NullMarked;
