/** The one switch for shortcuts of one key, kept on the device. */
const OFF = 'bantuan-tanpa-tombol'

export function areShortcutsOff(): boolean {
  return localStorage.getItem(OFF) === 'ya'
}

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(OFF, on ? 'tidak' : 'ya')
}
