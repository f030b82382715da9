// Runs before the first paint, so that a dark room is never lit by a white flash. A file of its own: the CSP allows
// no inline script. `src/theme/scheme.ts` keeps the choice under the same key.
(() => {
  const chosen = localStorage.getItem('tampilan')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
})()
