import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { helpFor, TEXTS } from './texts'

const ROUTES = Array.from(
  readFileSync(new URL('../app/App.tsx', import.meta.url), 'utf8').matchAll(/<Route path="([^"]+)"/g),
  ([, path]) => path ?? '',
)

describe('help', () => {
  test.each(ROUTES)('%s says what it is for', (route) => {
    expect(helpFor(route.replaceAll(/:\w+/g, 'x'))).toBeDefined()
  })

  test('a screen shows its own text before that of the screen above it', () => {
    expect(helpFor('/agenda/baru')?.title).toBe('Agenda baru')
    expect(helpFor('/agenda/a1')?.title).toBe('Halaman agenda')
    expect(helpFor('/agenda/a1/kehadiran')?.title).toBe('Kehadiran')
    expect(helpFor('/administrasi/tabel/hari-libur')?.title).toBe('Tabel')
  })

  test('an unknown address has none', () => {
    expect(helpFor('/tidak-ada')).toBeUndefined()
  })

  test('a step is a short sentence', () => {
    const steps = Object.values(TEXTS).flatMap(({ steps, purpose }) => [...steps, purpose])
    expect(steps.filter((step) => step.length > 100 || !step.endsWith('.'))).toEqual([])
  })
})
