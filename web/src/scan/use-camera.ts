import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { type Camera, type Facing, openCamera, type Trouble, troubleOf } from './camera'
import { openDecoder } from './decoder'

export type CameraState =
  | { is: 'opening' }
  | { is: 'reading'; light: Camera['light'] }
  | { is: 'in-trouble'; trouble: Trouble }

/** Between two looks: quick to the eye, and the phone stays cool. */
const REST = 100

/** Told what codes are in view; answers whether that was enough. */
type OnSeen = (texts: string[]) => boolean

/**
 * Films while the page is looked at, and tells what codes are seen. The camera is closed with the page, and while the
 * phone shows something else: a light that stays on is a camera that watches. `attempt` changes to try once more.
 */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onSeen: OnSeen,
  attempt: number,
  facing: Facing = 'environment',
): CameraState {
  const [state, setState] = useState<CameraState>({ is: 'opening' })
  const [looking, setLooking] = useState(() => !document.hidden)
  const see = useEffectEvent(onSeen)

  useEffect(() => {
    const follow = () => setLooking(!document.hidden)
    document.addEventListener('visibilitychange', follow)
    return () => document.removeEventListener('visibilitychange', follow)
  }, [])

  useEffect(() => {
    if (!looking) return
    const left = new AbortController()
    setState({ is: 'opening' })
    film(left.signal, facing, video, see, setState).catch((error: unknown) => {
      if (!left.signal.aborted) setState({ is: 'in-trouble', trouble: troubleOf(error) })
    })
    return () => left.abort()
  }, [video, looking, attempt, facing])

  return state
}

async function film(
  left: AbortSignal,
  facing: Facing,
  video: RefObject<HTMLVideoElement | null>,
  onSeen: OnSeen,
  onState: (state: CameraState) => void,
): Promise<void> {
  const decoding = openDecoder() // is brought while the person answers the browser's question
  decoding.catch(() => undefined) // is told below, after what the camera itself has to tell
  const camera = await openCamera(facing)
  left.addEventListener('abort', camera.close)
  try {
    const screen = video.current
    if (left.aborted || !screen) return
    const lost = new Promise<never>((_, reject) => {
      const fail = () => reject(new DOMException('the camera was taken away', 'NotReadableError'))
      for (const track of camera.stream.getTracks()) track.addEventListener('ended', fail)
    })
    screen.srcObject = camera.stream
    await Promise.race([screen.play(), lost])
    const decoder = await Promise.race([decoding, lost])
    onState({ is: 'reading', light: camera.light })
    while (!left.aborted) {
      const texts = await Promise.race([decoder.read(screen), lost])
      if (left.aborted || (texts.length && onSeen(texts))) return
      await Promise.race([new Promise((rested) => setTimeout(rested, REST)), lost])
    }
  } finally {
    camera.close()
  }
}
