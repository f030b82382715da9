import { describe, expect, it } from 'vitest'
import { pagesTyped, proposedFields, saidBy, typedFrom, usualDays } from './words'

const READ = {
  sender: 'Dinas Kesehatan',
  number: '400.7/1/2026',
  dated_on: '2026-11-20',
  hal: 'Permohonan data',
  lampiran: '',
  sifat: null,
  urgensi: 'segera',
  klasifikasi: '400.7',
} as const
const TODAY = '2026-11-26'

describe('a form of a letter', () => {
  it('begins with what was read of its scan, and says which fields are to be checked', () => {
    const typed = typedFrom({ read: READ }, TODAY, 'kadis')
    expect(typed).toMatchObject({ dated_on: '20/11/2026', received_on: '26/11/2026', sifat: 'biasa', urgensi: 'segera' })
    expect([...proposedFields({ read: READ })]).toEqual(['sender', 'number', 'dated_on', 'hal', 'urgensi', 'klasifikasi'])
  })

  it('says what it says once nothing lacks', () => {
    const said = saidBy(typedFrom({ read: READ }, TODAY, 'kadis'), TODAY)
    expect(said).toMatchObject({ says: { dated_on: '2026-11-20', received_on: TODAY, sender: 'Dinas Kesehatan' } })
  })

  it('takes a day without a year for one that was', () => {
    const said = saidBy({ ...typedFrom({ read: READ }, TODAY, 'kadis'), dated_on: '30 nov' }, TODAY)
    expect(said).toMatchObject({ says: { dated_on: '2025-11-30' } })
  })

  it('names every field that lacks', () => {
    const empty = { ...typedFrom({ read: { ...READ, sender: '', number: ' ', dated_on: null, hal: '' } }, TODAY, '') }
    const said = saidBy({ ...empty, received_on: '31/02/2026' }, TODAY)
    expect('faults' in said && Object.keys(said.faults)).toEqual(['sender', 'number', 'dated_on', 'received_on', 'hal', 'addressee_id'])
  })
})

describe('the usual days', () => {
  it('are today, tomorrow, three days on and Friday, each once', () => {
    const thursday = Date.parse('2026-11-26T03:00:00Z')
    expect(usualDays(thursday).map(({ word }) => word)).toEqual(['Hari ini', 'Besok', '3 hari'])
    const friday = Date.parse('2026-11-27T03:00:00Z')
    expect(usualDays(friday).at(-1)).toEqual({ word: 'Jumat', day: '2026-12-04' })
  })
})

describe('pages on which letters begin', () => {
  it('are numbers behind the first page, each once and in order', () => {
    expect(pagesTyped('5, 3;3', 6)).toEqual([3, 5])
    for (const wrong of ['', '1', '7', 'a', '2.5']) expect(pagesTyped(wrong, 6)).toBeNull()
  })
})
