/// Takes secrets and personal data out of an event before anything of it is kept. It knows the
/// shape of an event and of text, not where either comes from; every matcher takes time linear in
/// its text, for both the text and a project's rules may be hostile.
@NullMarked
package dev.suture.event.scrub;

import org.jspecify.annotations.NullMarked;
