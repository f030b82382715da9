import { baseKeymap } from 'prosemirror-commands'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import { inputRules } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { Fragment, Slice } from 'prosemirror-model'
import { type Command, EditorState } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import small from '../ui/small.module.css'
import type { Block } from './blocks'
import {
  addColumn,
  addRowAfter,
  bold,
  deeper,
  deleteRow,
  deleteTable,
  higher,
  insertTable,
  isInTable,
  italic,
  KEYS,
  levelAt,
  redo,
  removeColumn,
  RULES,
  toggleItem,
  undo,
} from './commands'
import { blocksFromHtml, blocksFromText, withoutStyles } from './from-html'
import css from './RichText.module.css'
import { blockNode, bringIn, mark, toBlocks, toDoc } from './schema'

interface RichTextProps {
  label: string
  value: Block[]
  onChange: (value: Block[]) => void
  hint?: ReactNode
  error?: string | undefined
}

const PLUGINS = [history(), inputRules({ rules: RULES }), keymap(KEYS), keymap(baseKeymap), gapCursor(), tableEditing()]

/** A field for the closed text of a naskah. */
export function RichText({ label, value, onChange, hint, error }: RichTextProps) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const told = useRef(onChange)
  told.current = onChange
  /** What was typed here comes back as the value, sometimes after the next key: it is no change from outside. */
  const own = useRef(new WeakSet<Block[]>())
  const [state, setState] = useState(() => EditorState.create({ doc: toDoc(value), plugins: PLUGINS }))
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')

  useEffect(() => {
    if (!place.current) return
    const editor = new EditorView(place.current, {
      state,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${id}-label`, id, class: css.text ?? '' },
      dispatchTransaction(transaction) {
        const next = editor.state.apply(transaction)
        editor.updateState(next)
        setState(next)
        if (!transaction.docChanged) return
        const blocks = toBlocks(next.doc)
        own.current.add(blocks)
        told.current(blocks)
      },
      // ProseMirror parses what is pasted or dropped before it asks anybody.
      transformPastedHTML: withoutStyles,
      handlePaste: (self, event) => paste(self, event.clipboardData),
    })
    view.current = editor
    return () => editor.destroy()
    // One editor for the life of the field; what comes from outside is brought in below.
  }, [id])

  useEffect(() => {
    const editor = view.current
    if (!editor || own.current.has(value) || JSON.stringify(toBlocks(editor.state.doc)) === JSON.stringify(value)) return
    const brought = bringIn(editor.state, value)
    if (!brought) return
    editor.updateState(editor.state.apply(brought))
    setState(editor.state)
  }, [value])

  useEffect(() => {
    const field = view.current?.dom
    if (described) field?.setAttribute('aria-describedby', described)
    else field?.removeAttribute('aria-describedby')
    if (error) field?.setAttribute('aria-invalid', 'true')
    else field?.removeAttribute('aria-invalid')
  }, [described, error])

  const run = (command: Command) => () => {
    if (!view.current) return
    command(view.current.state, view.current.dispatch)
    view.current.focus()
  }
  return (
    <div className={css.field}>
      <label id={`${id}-label`} htmlFor={id} className={css.label} onClick={() => view.current?.focus()}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={small.quiet}>
          {hint}
        </p>
      )}
      <div className={error ? `${css.frame} ${css.wrong}` : css.frame}>
        <Tools label={label} state={state} run={run} />
        <div ref={place} />
      </div>
      <div aria-live="polite">
        {error && (
          <p id={`${id}-error`} className={css.error}>
            <Icon name="circleX" size={16} /> {error}
          </p>
        )}
      </div>
    </div>
  )
}

interface ToolsProps {
  label: string
  state: EditorState
  run: (command: Command) => () => void
}

function Tools({ label, state, run }: ToolsProps) {
  const { selection, storedMarks, doc } = state
  const isMarked = (name: 'bold' | 'italic') =>
    selection.empty
      ? mark(name).isInSet(storedMarks ?? selection.$from.marks()) !== undefined
      : doc.rangeHasMark(selection.from, selection.to, mark(name))
  const level = levelAt(state)
  const inTable = isInTable(state)
  const tool = (words: ReactNode, command: Command, pressed?: boolean) => (
    <Button look="text" disabled={!command(state)} onClick={run(command)} {...(pressed !== undefined && { 'aria-pressed': pressed })}>
      {words}
    </Button>
  )
  return (
    <div className={css.tools} role="group" aria-label={`Bentuk teks: ${label}`}>
      {tool(<strong>Tebal</strong>, bold, isMarked('bold'))}
      {tool(<em>Miring</em>, italic, isMarked('italic'))}
      {tool('Nomor', toggleItem, level > 0)}
      {level > 0 && tool('Turun tingkat', deeper)}
      {level > 1 && tool('Naik tingkat', higher)}
      {!inTable && tool('Tabel', insertTable)}
      {inTable && (
        <>
          {tool('+ Baris', addRowAfter)}
          {tool('− Baris', deleteRow)}
          {tool('+ Kolom', addColumn)}
          {tool('− Kolom', removeColumn)}
          {tool('Hapus tabel', deleteTable)}
        </>
      )}
      {tool('Urungkan', undo)}
      {tool('Ulangi', redo)}
    </div>
  )
}

/** Brings what is pasted to the closed form; within a line its first and last blocks join what stands there. */
function paste(view: EditorView, data: DataTransfer | null): boolean {
  const html = data?.getData('text/html')
  const blocks = html ? blocksFromHtml(html) : blocksFromText(data?.getData('text/plain') ?? '')
  if (blocks.length === 0) return Boolean(html)
  const inTable = isInTable(view.state)
  const nodes = blocks.filter((it) => !inTable || it.kind !== 'table').map(blockNode)
  if (inTable) {
    const inline = nodes.flatMap((it, place) => [...(place > 0 ? [view.state.schema.text(' ')] : []), ...it.content.content])
    view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(inline), 0, 0)).scrollIntoView())
    return true
  }
  // Of what this editor copied it is known whether the first and last are whole; otherwise paragraphs join what is there.
  const own = /data-pm-slice="(\d+) (\d+)/.exec(html ?? '')
  const open = (block: Block | undefined, depth: string | undefined) =>
    block?.kind !== 'table' && (depth === undefined ? block?.kind === 'paragraph' : depth !== '0') ? 1 : 0
  const slice = new Slice(Fragment.from(nodes), open(blocks[0], own?.[1]), open(blocks.at(-1), own?.[2]))
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
  return true
}
