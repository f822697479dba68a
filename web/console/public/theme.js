// Sets the remembered theme before the first paint; it stands apart because the page's policy allows
// no inline script.
try {
  const theme = localStorage.getItem('suture.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme holds.
}
