/** A kiosk speaks by sound too: high for recorded, two even ones for already there, low and long for refused. */
import type { KioskVerdict } from './verdict'

const NOTES: Record<KioskVerdict['tone'], [hertz: number, seconds: number][]> = {
  success: [[1_046, 0.15]],
  info: [
    [784, 0.1],
    [784, 0.1],
  ],
  warning: [
    [1_046, 0.1],
    [784, 0.15],
  ],
  error: [[220, 0.5]],
}
const PAUSE = 0.06

let speaker: AudioContext | undefined

/** Browsers let a page sound once somebody has pressed a button on it: the one that starts the kiosk. */
export function allowSound(): void {
  speaker ??= new AudioContext()
  void speaker.resume()
}

export function sound(tone: KioskVerdict['tone']): void {
  if (speaker?.state !== 'running') return
  let at = speaker.currentTime
  for (const [hertz, seconds] of NOTES[tone]) {
    const note = new OscillatorNode(speaker, { frequency: hertz })
    const loudness = new GainNode(speaker, { gain: 0.25 })
    note.connect(loudness).connect(speaker.destination)
    note.start(at)
    note.stop(at + seconds)
    at += seconds + PAUSE
  }
}
