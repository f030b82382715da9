import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import small from '../ui/small.module.css'
import css from './DropTarget.module.css'

interface DropTargetProps {
  /** What the button says. */
  label: string
  /** What the files are, for those who hear the page. */
  name: string
  /** What may be dropped, in words. */
  hint: string
  /** What the file chooser lets through. */
  accept: string
  primary?: boolean
  onFiles: (files: Iterable<File>) => void
}

/** Drop files here, or choose them; many at once. */
export function DropTarget({ label, name, hint, accept, primary = false, onFiles }: DropTargetProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function choose(event: ChangeEvent<HTMLInputElement>) {
    onFiles(event.target.files ?? [])
    event.target.value = '' // so that the same file can be chosen once more
  }

  function dropped(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    onFiles(event.dataTransfer.files)
  }

  return (
    <div
      className={over ? `${css.target} ${css.over}` : css.target}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <input ref={input} type="file" multiple hidden accept={accept} aria-label={name} onChange={choose} />
      <Button {...(primary && { look: 'primary' as const })} icon="upload" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <p className={small.quiet}>{hint}</p>
    </div>
  )
}
