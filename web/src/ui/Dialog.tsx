import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import acts from './acts.module.css'
import css from './Dialog.module.css'

interface DialogProps {
  title: string
  /** Esc and the browser's Back gesture call it. Without it the dialog can only be answered. */
  onClose?: () => void
  children: ReactNode
}

/**
 * A modal dialog on the browser's own `<dialog>`: it keeps the focus inside, makes the page behind inert and gives the
 * focus back. The component library's modal locks scrolling with a `<style>` element, which the CSP refuses.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // Before the element leaves the page: one that is closed later can't give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    element?.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  )
}

/** The buttons at a dialog's foot: the act first, the way back beside it. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={`${acts.acts} ${css.actions}`}>{children}</div>
}
