import { expect, test } from 'vitest'
import { enrolmentText, heartbeatText, personalCodeText, scanText } from './signed-text'

test('a scan is signed as the server reads it', () => {
  const scan = { personId: 'p-aditya', agendaId: 'rapat', code: 'kode', nonce: 'nonce', scannedAt: '2026-11-24T03:00:00.007Z' }

  expect(scanText(scan)).toBe('trowulan/pindai/1\np-aditya\nrapat\nkode\nnonce\n2026-11-24T03:00:00.007Z')
  expect(scanText({ ...scan, agendaId: null })).toBe('trowulan/pindai/1\np-aditya\n\nkode\nnonce\n2026-11-24T03:00:00.007Z')
})

test('and with where the phone was, where the person let it tell', () => {
  const scan = { personId: 'p-aditya', agendaId: 'rapat', code: 'kode', nonce: 'nonce', scannedAt: '2026-11-24T03:00:00.007Z' }
  const position = { latitude: -7.4724, longitude: 112.43, accuracy_metres: 30 }

  expect(scanText({ ...scan, position })).toBe(
    'trowulan/pindai/2\np-aditya\nrapat\nkode\nnonce\n2026-11-24T03:00:00.007Z\n-7.472400\n112.430000\n30',
  )
})

test("a device's enrolment is signed as the server reads it", () => {
  expect(enrolmentText('p-aditya', 'hp')).toBe('trowulan/perangkat/1\np-aditya\nhp')
})

test("a person's own code and a heartbeat are signed as the server reads them", () => {
  const code = { personId: 'p-aditya', deviceId: 'hp', slot: 59_000_000 }
  expect(personalCodeText(code)).toBe('trowulan/kode-saya/1\np-aditya\nhp\n59000000')
  expect(heartbeatText('p-aditya', 'hp', '2026-11-24T03:00:00.007Z')).toBe(
    'trowulan/denyut/1\np-aditya\nhp\n2026-11-24T03:00:00.007Z',
  )
})
