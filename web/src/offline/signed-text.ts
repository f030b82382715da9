/** What a device signs, line by line. The server reads the same (`kept_scan.py`, `device.py`, … of its domains). */

import type { Position } from '../map/position'

interface ScanToSign {
  personId: string
  agendaId: string | null
  code: string
  nonce: string
  scannedAt: string
  position?: Position
}

export function scanText({ personId, agendaId, code, nonce, scannedAt, position: at }: ScanToSign): string {
  const signed = [personId, agendaId ?? '', code, nonce, scannedAt]
  if (!at) return ['trowulan/pindai/1', ...signed].join('\n')
  const position = [at.latitude.toFixed(6), at.longitude.toFixed(6), String(at.accuracy_metres)]
  return ['trowulan/pindai/2', ...signed, ...position].join('\n')
}

/** Of a person's own code: who it speaks for and in which half minute. A kiosk reads the same without a network. */
export function personalCodeText({ personId, deviceId, slot }: { personId: string; deviceId: string; slot: number }): string {
  return ['trowulan/kode-saya/1', personId, deviceId, slot].join('\n')
}

export function heartbeatText(personId: string, deviceId: string, at: string): string {
  return ['trowulan/denyut/1', personId, deviceId, at].join('\n')
}

export function enrolmentText(personId: string, deviceId: string): string {
  return ['trowulan/perangkat/1', personId, deviceId].join('\n')
}
