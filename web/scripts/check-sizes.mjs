/**
 * Prints what each route loads first (JavaScript and CSS, gzip -9, all static imports) and fails over its ceiling.
 * The font counts for the shell's budget only: a public page is readable before it has come. The last line is what the
 * service worker keeps on the device, once the first page stands.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const DIST = new URL('../dist/', import.meta.url)
const KB = 1000

const PUBLIC = 110
const SHELL = 240
const FIRST_LOAD_WITH_FONT = 300
const CHUNK = 60
const EDITOR = 100
const SCAN = 200
const KEPT_ON_DEVICE = 1_000

const entry = 'index.html'
const app = 'src/app/App.tsx'
const shell = [entry, app]

/** Route, the modules that its first paint waits for, ceiling in kB; a page's own chunk counts beside the shell. */
const ROUTES = [
  { route: '/masuk', modules: [entry, 'src/signin/SignInPage.tsx'], ceiling: PUBLIC },
  { route: '/mulai', modules: [entry, 'src/signin/StartPage.tsx'], ceiling: PUBLIC },
  { route: '/kata-sandi', modules: [entry, 'src/signin/ChoosePasswordPage.tsx'], ceiling: PUBLIC },
  { route: '/tamu', modules: [entry, 'src/guest/InvitationPage.tsx'], ceiling: PUBLIC },
  { route: '/h/{id}', modules: [entry, 'src/scan/ScanPage.tsx'], ceiling: PUBLIC },
  { route: '/agenda/{id}/layar', modules: [entry, 'src/hall/HallPage.tsx'], ceiling: PUBLIC },
  { route: '/kerja', modules: shell, ceiling: SHELL },
  { route: '/kerja, with the font', modules: shell, ceiling: FIRST_LOAD_WITH_FONT, font: true },
  { route: '/pindai, cold', modules: [...shell, 'src/scan/CameraPage.tsx'], ceiling: SCAN },
  ...[
    ['/agenda', 'src/agenda/AgendasPage.tsx'],
    ['/agenda/baru', 'src/agenda/CreateAgendaPage.tsx'],
    ['/agenda/{id}', 'src/agenda/AgendaPage.tsx'],
    ['/agenda/{id}/ubah', 'src/agenda/EditAgendaPage.tsx'],
    ['/agenda/{id}/kehadiran', 'src/agenda/AttendancePage.tsx'],
    ['/pindai', 'src/scan/CameraPage.tsx'],
    ['/antrean-kirim', 'src/offline/QueuePage.tsx'],
    ['/profil', 'src/profile/ProfilePage.tsx'],
    ['/surat/masuk/{id}', 'src/letter/LetterPage.tsx'],
    ['/surat/keluar/{id}', 'src/naskah/NaskahPage.tsx'],
    ['/administrasi/akun', 'src/accounts/AccountsPage.tsx'],
    ['/administrasi/kesehatan', 'src/admin/HealthPage.tsx'],
  ].map(([route, module]) => ({ route, modules: [module], beside: shell, ceiling: CHUNK })),
  // A text of tables and lists that Word's is pasted into takes a word processor; only who drafts loads it.
  { route: '/surat/keluar/{id}, drafting', modules: ['src/naskah/DraftForm.tsx'], beside: shell, ceiling: EDITOR },
]

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'))
const beforePaint = 'before-paint.js'

/** All files that a set of modules brings with it. */
function filesOf(modules) {
  const files = new Set()
  const seen = new Set()
  const follow = (name) => {
    if (seen.has(name)) return
    seen.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no ${name}: correct the routes in this script.`)
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    for (const imported of chunk.imports ?? []) follow(imported)
  }
  modules.forEach(follow)
  if (files.has(manifest[entry].file)) files.add(beforePaint)
  return files
}

const read = (file) => readFileSync(new URL(file, DIST))
const gzip = (file) => gzipSync(read(file), { level: 9 }).length
const fontFile = Object.values(manifest).find(({ file }) => file.endsWith('.woff2')).file

let failed = 0

function report(bytes, ceiling, name) {
  const over = bytes > ceiling * KB
  failed += over
  const size = (bytes / KB).toFixed(1).padStart(6)
  console.log(`${over ? 'OVER' : '  ok'} ${size} kB of ${String(ceiling).padStart(4)}  ${name}`)
}

for (const { route, modules, beside = [], ceiling, font } of ROUTES) {
  const already = filesOf(beside)
  const own = [...filesOf(modules)].filter((file) => !already.has(file))
  const bytes = own.reduce((sum, file) => sum + gzip(file), 0) + (font ? read(fontFile).length : 0)
  report(bytes, ceiling, `${beside.length ? '+ ' : ''}${route}`)
}

const kept = [...read('sw.js').toString().matchAll(/"?url"?:[`"]\/([^`"]+)[`"]/g)].map(([, file]) => file)
report(kept.reduce((sum, file) => sum + gzip(file), 0), KEPT_ON_DEVICE, `kept on the device, ${kept.length} files`)

const total = ROUTES.length + 1
console.log(`${total - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
