import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { openDecoder } from './decoder'
import { findHallLink, type HallLink } from './hall-link'

/** What is wrong with a photo, in the order in which one finds out. */
export type PhotoMistake = 'unreadable' | 'no-decoder' | 'no-code' | 'other-code'

interface PhotoButtonProps {
  onFound: (link: HallLink) => void
  onMistake: (mistake: PhotoMistake) => void
}

/** *Pilih foto*: a photo of the hall's screen does what the camera does. It is read here and sent to nobody. */
export function PhotoButton({ onFound, onMistake }: PhotoButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const photo = event.target.files?.[0]
    event.target.value = '' // so that the same photo can be chosen once more
    if (!photo) return
    setBusy(true)
    const found = await read(photo)
    setBusy(false)
    if (typeof found === 'string') onMistake(found)
    else onFound(found)
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label="Foto layar aula"
        onChange={(event) => void choose(event)}
      />
      <Button icon="photo" wide busy={busy} onClick={() => input.current?.click()}>
        Pilih foto
      </Button>
    </>
  )
}

async function read(photo: File): Promise<HallLink | PhotoMistake> {
  const picture = await createImageBitmap(photo).catch(() => null)
  if (!picture) return 'unreadable'
  try {
    const decoder = await openDecoder()
    const texts = await decoder.read(picture)
    return texts.length ? (findHallLink(texts, location.origin) ?? 'other-code') : 'no-code'
  } catch {
    return 'no-decoder'
  } finally {
    picture.close()
  }
}
