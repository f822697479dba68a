/// Stack traces as runtimes print them, read into our own frames: Java, Python, JavaScript, Go,
/// .NET, Ruby and PHP. Scanners by hand, linear in a bounded text. It never fails on a text: what
/// it cannot read it leaves out.
@NullMarked
package dev.suture.stacktext;

import org.jspecify.annotations.NullMarked;
