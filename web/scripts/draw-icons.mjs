/**
 * Draws the icons that an installed portal wears, from the strokes of `public/favicon.svg`: run it again after changing
 * those (`node scripts/draw-icons.mjs`). Its only tool is Node's own zlib, so that no library draws four pictures.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

const PUBLIC = new URL('../public/', import.meta.url)
const GRID = 32 // of the SVG's view box

const svg = readFileSync(new URL('favicon.svg', PUBLIC), 'utf8')
const [, fill] = /<rect[^>]* fill="#([0-9A-F]{6})"/.exec(svg)
const [, corner] = /<rect[^>]* rx="(\d+)"/.exec(svg)
const [, width] = /stroke-width="([\d.]+)"/.exec(svg)
const [, path] = /<path d="([^"]+)"/.exec(svg)
const BLUE = [0, 2, 4].map((at) => parseInt(fill.slice(at, at + 2), 16))
const WHITE = [255, 255, 255]

/** The letters' strokes, as [x1, y1, x2, y2]. */
const STROKES = strokesOf(path)

// A maskable icon is cut to a circle by some phones: its ground fills the square, its letters keep to the middle.
for (const [name, size, letters, rounded] of [
  ['any-192', 192, 1, true],
  ['any-512', 512, 1, true],
  ['maskable-512', 512, 0.8, false],
  ['apple-touch-180', 180, 0.9, false],
]) {
  writeFileSync(new URL(`icons/${name}.png`, PUBLIC), png(size, (x, y) => colour(x, y, size, letters, rounded)))
}

function strokesOf(text) {
  const strokes = []
  let [x, y] = [0, 0]
  const lineTo = (toX, toY) => {
    strokes.push([x, y, toX, toY])
    ;[x, y] = [toX, toY]
  }
  for (const [, command, numbers] of text.matchAll(/([MLlVv])([^A-Za-z]*)/g)) {
    const values = numbers.match(/-?[\d.]+/g).map(Number)
    const pairs = () => Array.from({ length: values.length / 2 }, (_, pair) => values.slice(2 * pair, 2 * pair + 2))
    if (command === 'M') {
      ;[x, y] = values
      for (const [toX, toY] of pairs().slice(1)) lineTo(toX, toY)
    } else if (command === 'l') for (const [byX, byY] of pairs()) lineTo(x + byX, y + byY)
    else if (command === 'L') for (const [toX, toY] of pairs()) lineTo(toX, toY)
    else if (command === 'v') lineTo(x, y + values[0])
    else lineTo(x, values[0])
  }
  return strokes
}

/** Red, green, blue and opacity at a point: edges are as soft as one pixel. */
function colour(x, y, size, letters, rounded) {
  const unit = GRID / size
  const [gridX, gridY] = [(x + 0.5) * unit, (y + 0.5) * unit]
  const [letterX, letterY] = [gridX, gridY].map((at) => (at - GRID / 2) / letters + GRID / 2)
  const toLetter = Math.min(...STROKES.map((stroke) => distance(letterX, letterY, stroke))) * letters
  const white = covered((width / 2) * letters - toLetter, unit)
  const opacity = rounded ? covered(insideCorners(gridX, gridY), unit) : 1
  return [...BLUE.map((blue, channel) => blue + (WHITE[channel] - blue) * white), 255 * opacity]
}

function distance(x, y, [x1, y1, x2, y2]) {
  const [alongX, alongY] = [x2 - x1, y2 - y1]
  const at = ((x - x1) * alongX + (y - y1) * alongY) / (alongX ** 2 + alongY ** 2)
  const onStroke = Math.min(1, Math.max(0, at))
  return Math.hypot(x - x1 - onStroke * alongX, y - y1 - onStroke * alongY)
}

/** How far inside the rounded square a point lies. */
function insideCorners(x, y) {
  const [fromX, fromY] = [x, y].map((at) => Math.max(0, Math.abs(at - GRID / 2) - (GRID / 2 - corner)))
  return corner - Math.hypot(fromX, fromY)
}

function covered(depth, unit) {
  return Math.min(1, Math.max(0, depth / unit + 0.5))
}

/** Portable Network Graphics (ISO/IEC 15948): 8 bits of red, green, blue and opacity. */
function png(size, colourAt) {
  const row = 1 + 4 * size
  const pixels = Buffer.alloc(row * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) pixels.set(colourAt(x, y).map(Math.round), y * row + 1 + 4 * x)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels, { level: 9 })), chunk('IEND')])
}

function chunk(type, content = Buffer.alloc(0)) {
  const typed = Buffer.concat([Buffer.from(type), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, check])
}
