// Comes to an end when the page has loaded and has nothing to do, or after a while.
() =>
  new Promise((done) => {
    setTimeout(done, 5_000);
    const rest = () => requestIdleCallback(() => setTimeout(done, 20), { timeout: 4_000 });
    if (document.readyState === 'complete') rest();
    else addEventListener('load', rest, { once: true });
  })
