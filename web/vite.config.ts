import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { serviceWorker } from './scripts/service-worker.ts'
import { mantineCss } from './src/theme/mantine.ts'
import { tokensCss } from './src/theme/tokens.ts'

/** Stylesheets made from the tokens at build time; `import 'virtual:tokens.css'` brings one into a page. */
function generatedStyles(sheets: Record<string, () => string>): Plugin {
  const own = (id: string) => id.slice(1)
  return {
    name: 'generated-styles',
    resolveId: (id) => (id in sheets ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? sheets[own(id)]?.() : undefined),
  }
}

export default defineConfig({
  plugins: [react(), generatedStyles({ 'virtual:tokens.css': tokensCss, 'virtual:mantine.css': mantineCss }), serviceWorker()],
  build: {
    target: 'es2022',
    // scripts/check-sizes.mjs follows the imports of each route through it.
    manifest: true,
    // An inlined file would need `data:` in the CSP's font and style sources.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.ts'] },
})
