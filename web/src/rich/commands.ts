/** What the keys and buttons of the editor do. */
import { chainCommands, exitCode, newlineInCode, splitBlock, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { InputRule, textblockTypeInputRule } from 'prosemirror-inputrules'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable } from 'prosemirror-tables'
import { levelOf, MOST_COLUMNS } from './blocks'
import { mark, node } from './schema'

export const bold = toggleMark(mark('bold'))
export const italic = toggleMark(mark('italic'))
export { addRowAfter, deleteRow, deleteTable, isInTable, redo, undo }

/** The item in which the caret stands, and the level of it. */
export function levelAt({ selection: { $from } }: EditorState): number {
  return $from.parent.type === node('item') ? Number($from.parent.attrs['level']) : 0
}

/** Make items of what is chosen, or paragraphs again where it is one already. */
export const toggleItem: Command = (state, dispatch) => (levelAt(state) > 0 ? toParagraph(state, dispatch) : toItem(1)(state, dispatch))

const toItem =
  (level: number): Command =>
  (state, dispatch) => {
    if (isInTable(state)) return false
    const { from, to } = state.selection
    dispatch?.(state.tr.setBlockType(from, to, node('item'), { level: levelOf(level) }))
    return true
  }

const toParagraph: Command = (state, dispatch) => {
  if (levelAt(state) === 0) return false
  const { from, to } = state.selection
  dispatch?.(state.tr.setBlockType(from, to, node('paragraph')))
  return true
}

/** One level deeper or higher; above the first it is a paragraph. */
export const deeper: Command = (state, dispatch) => {
  const level = levelAt(state)
  return level > 0 && level < 3 ? toItem(level + 1)(state, dispatch) : false
}

export const higher: Command = (state, dispatch) => {
  const level = levelAt(state)
  return level > 1 ? toItem(level - 1)(state, dispatch) : toParagraph(state, dispatch)
}

const atStart = ({ selection }: EditorState) => selection instanceof TextSelection && selection.empty && selection.$from.parentOffset === 0
const isEmpty = ({ selection: { $from } }: EditorState) => $from.parent.content.size === 0

/** In a row of cells there are no further lines: Enter goes to the next cell. */
const enterInTable: Command = (state, dispatch) => isInTable(state) && (goToNextCell(1)(state, dispatch) || true)

const splitItem: Command = (state, dispatch) => {
  const level = levelAt(state)
  if (level === 0) return false
  if (isEmpty(state)) return toParagraph(state, dispatch)
  return splitBlock(state, dispatch && ((tr) => dispatch(tr.setBlockType(tr.selection.from, tr.selection.to, node('item'), { level: levelOf(level) }))))
}

/** A table for facts: two columns and two rows. */
export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false
  const row = () => node('table_row').create(null, [node('table_cell').create(), node('table_cell').create()])
  const made = node('table').create(null, [row(), row()])
  const { $from } = state.selection
  const after = $from.after(1)
  if (dispatch) {
    const tr = state.tr.insert(after, made)
    // Behind a table at the end there must be a place to go on typing.
    if (after + made.nodeSize >= tr.doc.content.size) tr.insert(tr.doc.content.size, node('paragraph').create())
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 3))).scrollIntoView())
  }
  return true
}

export const addColumn: Command = (state, dispatch) => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === node('table_row')) return $from.node(depth).childCount < MOST_COLUMNS && addColumnAfter(state, dispatch)
  }
  return false
}

export const removeColumn: Command = deleteColumn

export const KEYS: Record<string, Command> = {
  'Mod-b': bold,
  'Mod-i': italic,
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  Enter: chainCommands(newlineInCode, enterInTable, splitItem),
  'Shift-Enter': chainCommands(exitCode, enterInTable, splitItem, splitBlock),
  Backspace: (state, dispatch) => atStart(state) && levelAt(state) > 0 && higher(state, dispatch),
  // At the start of an item Tab changes its level, as in a word processor; anywhere else it leaves the field.
  Tab: (state, dispatch) => goToNextCell(1)(state, dispatch) || (atStart(state) && deeper(state, dispatch)),
  'Shift-Tab': (state, dispatch) => goToNextCell(-1)(state, dispatch) || (atStart(state) && levelAt(state) > 1 && higher(state, dispatch)),
  'Mod-]': deeper,
  'Mod-[': higher,
}

/** What becomes an item, or a blank, as it is typed: `1. `, `a. `, `1) `, `[nama]`. */
export const RULES = [
  textblockTypeInputRule(/^\d{1,2}\.\s$/, node('item'), { level: 1 }),
  textblockTypeInputRule(/^[a-z]\.\s$/, node('item'), { level: 2 }),
  textblockTypeInputRule(/^\d{1,2}\)\s$/, node('item'), { level: 3 }),
  new InputRule(/\[([^[\]]{1,60})\]$/, (state, match, start, end) => state.tr.replaceWith(start, end, node('blank').create({ name: match[1] }))),
]
