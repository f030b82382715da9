/** What turns a picture into the texts of its QR codes: the browser itself, or a worker that we bring. */
import type { Question, Reply } from './decoder.worker'

export interface Decoder {
  /** Read all codes of a frame of the camera or of a photo. */
  read: (picture: HTMLVideoElement | ImageBitmap) => Promise<string[]>
}

let opened: Promise<Decoder> | undefined

/** The decoder of this page, opened once: a second scan begins at once. */
export function openDecoder(): Promise<Decoder> {
  opened ??= nativeDecoder().then((native) => native ?? workerDecoder())
  opened.catch(() => (opened = undefined))
  return opened
}

/** In browsers, and not yet in the types of the DOM. */
interface BarcodeDetector {
  detect: (picture: ImageBitmapSource) => Promise<{ rawValue: string }[]>
}

interface BarcodeDetectorKind {
  new (options: { formats: string[] }): BarcodeDetector
  getSupportedFormats: () => Promise<string[]>
}

async function nativeDecoder(): Promise<Decoder | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: BarcodeDetectorKind }
  try {
    if (!BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return null
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    // Some phones have the class, and no service behind it.
    await detector.detect(new ImageData(1, 1))
    return { read: async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue) }
  } catch {
    return null
  }
}

async function workerDecoder(): Promise<Decoder> {
  const worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' })
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }) => (data === null ? resolve() : reject(new Error(String(data))))
    worker.onerror = () => reject(new Error('the worker did not load'))
  })
  const canvas = document.createElement('canvas')
  return {
    read: (picture) => {
      const { port1, port2 } = new MessageChannel()
      const question: Question = { picture: pixelsOf(picture, canvas), reply: port2 }
      return new Promise((resolve, reject) => {
        port1.onmessage = ({ data }: MessageEvent<Reply>) => {
          port1.close()
          if ('texts' in data) resolve(data.texts)
          else reject(new Error(data.failure))
        }
        worker.postMessage(question, [question.picture.data.buffer, port2])
      })
    },
  }
}

function pixelsOf(picture: HTMLVideoElement | ImageBitmap, canvas: HTMLCanvasElement): ImageData {
  const isFrame = picture instanceof HTMLVideoElement
  const { width, height } = within(
    isFrame ? picture.videoWidth : picture.width,
    isFrame ? picture.videoHeight : picture.height,
  )
  canvas.width = width
  canvas.height = height
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  if (!paper) throw new Error('this browser draws no pictures')
  paper.drawImage(picture, 0, 0, width, height)
  return paper.getImageData(0, 0, width, height)
}

/** Enough to read the hall's code from the last row, and quick on a cheap phone. */
const LONGEST_SIDE = 1600

/** The size of a picture, shrunk where it is larger than reading needs. */
export function within(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
