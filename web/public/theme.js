// Runs before the first paint: the chosen theme, else the one the system prefers. A file, so that no inline script is needed.
(function () {
  let chosen = null;
  try {
    chosen = localStorage.getItem('spotter.theme');
  } catch {
    // Storage is refused in some private windows: the system's preference then stands.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
