import { describe, expect, test } from 'vitest'
import { colour, type Scheme, tokensCss, type Token } from './tokens'

/** WCAG 2.2: text needs 4.5, the edge of a control and the focus ring 3. */
const TEXT = 4.5
const EDGE = 3

const PAIRS: [foreground: Token, background: Token, least: number][] = [
  ['colorText', 'colorBgLayout', TEXT],
  ['colorText', 'colorBgContainer', TEXT],
  ['colorText', 'colorFillTertiary', TEXT],
  ['colorTextSecondary', 'colorBgLayout', TEXT],
  ['colorTextSecondary', 'colorBgContainer', TEXT],
  ['colorTextSecondary', 'colorFillTertiary', TEXT],
  ['colorTextTertiary', 'colorBgContainer', TEXT],
  ['colorBorder', 'colorBgContainer', EDGE],
  ['colorBorder', 'colorBgLayout', EDGE],
  ['colorPrimary', 'colorBgContainer', EDGE],
  ['colorOnFill', 'colorPrimary', TEXT],
  ['colorOnFill', 'colorPrimaryHover', TEXT],
  ['colorOnFill', 'colorPrimaryActive', TEXT],
  ['colorOnFill', 'colorSuccessFill', TEXT],
  ['colorOnFill', 'colorInfoFill', TEXT],
  ['colorOnFill', 'colorErrorFill', TEXT],
  ['colorOnWarningFill', 'colorWarningFill', TEXT],
  ['colorLink', 'colorBgContainer', TEXT],
  ['colorLink', 'colorBgLayout', TEXT],
  ['colorPrimaryBgText', 'colorPrimaryBg', TEXT],
  ['colorSuccess', 'colorBgContainer', TEXT],
  ['colorSuccessText', 'colorSuccessBg', TEXT],
  ['colorWarning', 'colorBgContainer', TEXT],
  ['colorWarningText', 'colorWarningBg', TEXT],
  ['colorError', 'colorBgContainer', TEXT],
  ['colorError', 'colorBgLayout', TEXT],
  ['colorErrorText', 'colorErrorBg', TEXT],
  ['colorInfo', 'colorBgContainer', TEXT],
  ['colorInfoText', 'colorInfoBg', TEXT],
  ['colorSecret', 'colorBgContainer', TEXT],
  ['colorSecret', 'colorBgLayout', TEXT],
  ['controlOutline', 'colorBgContainer', EDGE],
  ['controlOutline', 'colorBgLayout', EDGE],
]

describe.each<Scheme>(['light', 'dark'])('in the %s scheme', (scheme) => {
  test.each(PAIRS)('%s on %s reaches %d', (foreground, background, least) => {
    expect(contrast(colour(foreground, scheme), colour(background, scheme))).toBeGreaterThanOrEqual(least)
  })
})

test('a part that is always light states the light values again inside the dark scheme', () => {
  const wall = tokensCss().split('\n').at(-1) ?? ''

  expect(wall).toContain('.always-light')
  expect(wall).toContain(`--color-bg-container:${colour('colorBgContainer', 'light')}`)
})

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
