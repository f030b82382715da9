import { expect, test } from 'vitest'
import { within } from './decoder'

test("a camera's frame is read as it is", () => {
  expect(within(1280, 720)).toEqual({ width: 1280, height: 720 })
})

test("a large photo is shrunk in proportion, and a panorama keeps a height", () => {
  expect(within(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(within(3000, 4000)).toEqual({ width: 1200, height: 1600 })
  expect(within(16_000, 2)).toEqual({ width: 1600, height: 1 })
})
