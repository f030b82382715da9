/** What a device signs, line by line. The server reads the same (`kept_scan.py`, `device.py` of its domains). */

interface ScanToSign {
  personId: string
  agendaId: string | null
  code: string
  nonce: string
  scannedAt: string
}

export function scanText({ personId, agendaId, code, nonce, scannedAt }: ScanToSign): string {
  return ['trowulan/pindai/1', personId, agendaId ?? '', code, nonce, scannedAt].join('\n')
}

export function enrolmentText(personId: string, deviceId: string): string {
  return ['trowulan/perangkat/1', personId, deviceId].join('\n')
}
