/** How far a job is, in words. */
import type { Answer } from '../api/operations'
import { number, outOf, remaining, time } from '../words/format'

export type Job = Answer<'portal_show_job'>

/** Until a job has moved for so long, its pace says nothing of what is left. */
const A_PACE = 1_000
/** A chunk takes a second, and one that failed is tried again within a minute. */
const STANDS_STILL = 90_000

type Moving = Pick<Job, 'state' | 'done' | 'total' | 'started_at' | 'moved_at'>

/** 3.200 dari 100.000 baris, sekitar 12 detik lagi. */
export function progressText(job: Moving, now: number): string {
  const part = `${outOf(job.done, job.total)} baris`
  if (job.state === 'completed') return `Selesai pukul ${time(job.moved_at)}: ${number(job.total)} baris.`
  if (job.state === 'cancelled') return `Dibatalkan pukul ${time(job.moved_at)} setelah ${part}.`
  if (standsStill(job, now)) return `${part}. Belum maju sejak pukul ${time(job.moved_at)}.`
  const left = millisecondsLeft(job)
  return left === null ? `${part}.` : `${part}, sekitar ${remaining(left)} lagi.`
}

export function standsStill(job: Moving, now: number): boolean {
  return job.state === 'started' && now - Date.parse(job.moved_at) > STANDS_STILL
}

/** 2.310 baru · 4 berubah · 1 ditolak; nothing of what has not occurred. */
export function talliesText(job: Pick<Job, 'created' | 'changed' | 'unchanged' | 'refused'>): string {
  const counts: [number, string][] = [
    [job.created, 'baru'],
    [job.changed, 'berubah'],
    [job.unchanged, 'sama'],
    [job.refused, 'ditolak'],
  ]
  return counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${number(count)} ${word}`)
    .join(' · ')
}

function millisecondsLeft({ done, total, started_at: from, moved_at: to }: Moving): number | null {
  const took = Date.parse(to) - Date.parse(from)
  return done === 0 || took < A_PACE ? null : (took / done) * (total - done)
}
