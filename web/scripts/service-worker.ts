/** Builds the service worker after everything else: only then is it known what there is to keep. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'vite'

export const WORKER = 'sw.js'

/** What a page without a network can do without: the browser keeps what it needs of these by itself, and a point can be typed. */
const LEFT_OUT = [WORKER, 'manifest.webmanifest', 'icons/', '.vite/', 'assets/MapPicker-', 'assets/DraftForm-']

export function serviceWorker(): Plugin {
  let root = ''
  let outDir = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
      outDir = join(config.root, config.build.outDir)
    },
    closeBundle: async () => {
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        define: {
          FILES_OF_THIS_BUILD: JSON.stringify(filesOf(outDir)),
          // Workbox talks in the console of any other environment.
          'process.env.NODE_ENV': '"production"',
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry: 'src/offline/worker.ts', formats: ['iife'], name: 'serviceWorker', fileName: () => WORKER },
        },
      })
    },
  }
}

/** A name with a hash in it says its revision; the content of any other file does. */
function filesOf(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !LEFT_OUT.some((beginning) => name.startsWith(beginning)))
    .sort()
    .map((name) => ({
      url: `/${name}`,
      revision: name.startsWith('assets/') ? null : hash(readFileSync(join(folder, name))),
    }))
}

const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 16)
