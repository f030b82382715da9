import { expect, test } from 'vitest'
import { enrolmentText, scanText } from './signed-text'

test('a scan is signed as the server reads it', () => {
  const scan = { personId: 'p-aditya', agendaId: 'rapat', code: 'kode', nonce: 'nonce', scannedAt: '2026-11-24T03:00:00.007Z' }

  expect(scanText(scan)).toBe('trowulan/pindai/1\np-aditya\nrapat\nkode\nnonce\n2026-11-24T03:00:00.007Z')
  expect(scanText({ ...scan, agendaId: null })).toBe('trowulan/pindai/1\np-aditya\n\nkode\nnonce\n2026-11-24T03:00:00.007Z')
})

test("a device's enrolment is signed as the server reads it", () => {
  expect(enrolmentText('p-aditya', 'hp')).toBe('trowulan/perangkat/1\np-aditya\nhp')
})
