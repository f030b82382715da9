/**
 * Reads QR codes off the page's thread, for browsers that don't do it themselves. The server allows WebAssembly in this
 * worker only, by a Content Security Policy of its own; the wasm file is ours, from this very build.
 */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

export interface Question {
  picture: ImageData
  reply: MessagePort
}

export type Reply = { texts: string[] } | { failure: string }

/** Others may hang beside the hall's screen. */
const MOST_CODES = 4

addEventListener('message', ({ data: { picture, reply } }: MessageEvent<Question>) => {
  const answer = (words: Reply) => reply.postMessage(words)
  readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: MOST_CODES }).then(
    (codes) => answer({ texts: codes.filter(({ isValid }) => isValid).map(({ text }) => text) }),
    (error: unknown) => answer({ failure: String(error) }),
  )
})

prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true }).then(
  () => postMessage(null),
  (error: unknown) => postMessage(String(error)),
)
