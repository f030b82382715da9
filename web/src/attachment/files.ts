/** What a file must be before it is worth sending, in the words in which the server would refuse it. */
import type { Answer } from '../api/operations'
import { number } from '../words/format'

export type AttachmentList = Answer<'eagenda_list_attachments'>
export type Attachment = AttachmentList['items'][number]

const KIND = {
  pdf: 'PDF',
  jpeg: 'JPEG',
  png: 'PNG',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  csv: 'CSV',
} as const satisfies Record<Attachment['kind'], string>

export const kindName = (kind: Attachment['kind']) => KIND[kind]

/** 25 MB, 1,4 MB, 310 kB */
export function size(bytes: number): string {
  if (bytes >= 1_000_000) return `${number(Math.round(bytes / 100_000) / 10)} MB`
  return `${number(Math.max(1, Math.round(bytes / 1_000)))} kB`
}

/** What a file chooser lets through. */
export const accepted = ({ endings }: Pick<FileLimits, 'endings'>) => endings.map((ending) => `.${ending}`).join(',')

/** What files of one purpose may be. */
export interface FileLimits {
  endings: readonly string[]
  largest: number
  /** What to choose instead of a file of another kind. */
  choose: string
}

/** Why the server would not take a file, or nothing. */
export function mistakeOf(file: Pick<File, 'name' | 'size'>, limits: FileLimits) {
  const ending = file.name.includes('.') ? (file.name.split('.').at(-1)?.toLowerCase() ?? '') : ''
  if (!limits.endings.includes(ending)) {
    return `Jenis berkas ini tidak diterima. ${limits.choose}`
  }
  if (file.size === 0) return 'Berkas kosong. Pilih berkas yang berisi.'
  if (file.size > limits.largest) return `Berkas terlalu besar. Paling besar ${size(limits.largest)}.`
  return null
}

/** The SHA-256 of a file's content in hexadecimal. */
export async function sha256(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
