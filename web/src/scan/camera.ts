/** The phone's camera: opened, lit, closed; and why it can't be. */

export interface Camera {
  stream: MediaStream
  /** Lights or darkens the lamp beside the lens; null where there is none. */
  light: ((on: boolean) => Promise<void>) | null
  close: () => void
}

/** What a person can be told about a camera that doesn't open. */
export type Trouble = 'insecure' | 'refused' | 'missing' | 'busy' | 'decoder'

/** At the back of a phone, or beside its screen. */
export type Facing = 'environment' | 'user'

/** Open the camera on a side; where there is only one, that one. Throws what `troubleOf` understands. */
export async function openCamera(facing: Facing): Promise<Camera> {
  // Browsers hide cameras from pages that anyone on the way could have changed.
  if (!isSecureContext || !navigator.mediaDevices) throw new DOMException('no secure context', 'SecurityError')
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: facing, width: { ideal: 1280 }, height: { ideal: 720 } },
  })
  const track = stream.getVideoTracks()[0]
  return {
    stream,
    light: track && hasLamp(track) ? (on) => track.applyConstraints({ advanced: [lamp(on)] }) : null,
    close: () => stream.getTracks().forEach((each) => each.stop()),
  }
}

/** What a failure of opening means, by the name that the standard gives it. */
export function troubleOf(error: unknown): Trouble {
  switch (error instanceof Error ? error.name : '') {
    case 'SecurityError':
      return 'insecure'
    case 'NotAllowedError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'decoder'
  }
}

/** Torch is in browsers and not yet in the types of the DOM. */
function hasLamp(track: MediaStreamTrack): boolean {
  return 'torch' in (track.getCapabilities?.() ?? {})
}

function lamp(on: boolean): MediaTrackConstraintSet {
  return { torch: on } as MediaTrackConstraintSet
}
