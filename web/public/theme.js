// Runs before the first paint: the chosen theme, else the one the system prefers. A file, so that no inline script is needed.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('spotter.theme');
  } catch (refused) {}
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
