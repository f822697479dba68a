// Comes to an end when the page has loaded and has nothing to do, or after a while. Chromium finds a
// page idle only between frames, and one that shows nothing new makes none by itself.
() =>
  new Promise((done) => {
    setTimeout(done, 5_000);
    const idle = () => requestIdleCallback(() => setTimeout(done, 20), { timeout: 4_000 });
    const rest = () => requestAnimationFrame(idle);
    if (document.readyState === 'complete') rest();
    else addEventListener('load', rest, { once: true });
  })
