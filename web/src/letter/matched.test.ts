import { describe, expect, it } from 'vitest'
import { parts } from './matched'

const marked = (text: string, ...meant: string[]) =>
  parts(text, meant)
    .map((it) => (it.isMeant ? `[${it.text}]` : it.text))
    .join('')

describe('the words that a search meant', () => {
  it('are marked as they are written, however they were typed', () => {
    expect(marked('Undangan Rapat, rapat!', 'rapat')).toBe('Undangan [Rapat], [rapat]!')
    expect(marked('Café Trowulan', 'cafe')).toBe('[Café] Trowulan')
  })
  it('are the parts of a number too', () => {
    expect(marked('000.1.5/1234/114.3/2026', '1234', '000')).toBe('[000].1.5/[1234]/114.3/2026')
    expect(marked('0412/2026', '412')).toBe('[0412]/2026')
    expect(marked('B1234', '1234')).toBe('[B1234]')
  })
  it('leave a text as it is where there are none', () => {
    expect(parts('<b>"Rapat"</b>', ['surat'])).toEqual([{ text: '<b>"Rapat"</b>', isMeant: false }])
    expect(parts('', ['surat'])).toEqual([])
  })
})
