/**
 * The portal's colours, stated once: the stylesheets, Mantine's variables and the contrast test all come from here.
 *
 * Values are aligned with the tokens of the INA Digital Design System (brand INAgov, `@idds/styles` 1.6.38, read
 * November 2026), darkened where WCAG 2.2 AA asks for more contrast than they give. Names follow Ant Design's tokens.
 */

/** Each token as [light, dark]. */
const COLOURS = {
  colorBgLayout: ['#F8F8F7', '#141414'],
  colorBgContainer: ['#FFFFFF', '#1F1F1F'],
  colorFillTertiary: ['#F2F2F2', '#404040'],

  colorText: ['#1F1F1F', '#FFFFFF'],
  colorTextSecondary: ['#525252', '#D4D4D4'],
  /** Only on colorBgContainer. */
  colorTextTertiary: ['#737373', '#A3A3A3'],

  /** The edge of a control. */
  colorBorder: ['#737373', '#A3A3A3'],
  /** Decoration between rows; carries no meaning. */
  colorSplit: ['#E5E5E5', '#404040'],

  colorPrimary: ['#196BCD', '#196BCD'],
  colorPrimaryHover: ['#0956C3', '#0956C3'],
  colorPrimaryActive: ['#0A489F', '#0A489F'],
  colorPrimaryBorder: ['#196BCD', '#629CEF'],
  colorPrimaryBg: ['#EFF5FD', '#041225'],
  colorPrimaryBgText: ['#0A489F', '#A1C4F5'],
  colorLink: ['#0956C3', '#629CEF'],

  /** Labels on the saturated fills; the fills are the same in both schemes. */
  colorOnFill: ['#FFFFFF', '#FFFFFF'],
  colorOnWarningFill: ['#141414', '#141414'],
  colorSuccessFill: ['#288034', '#288034'],
  colorInfoFill: ['#0049B8', '#0049B8'],
  colorWarningFill: ['#FFCC14', '#FFCC14'],
  colorErrorFill: ['#D50B0B', '#D50B0B'],

  colorSuccess: ['#288034', '#3CC14E'],
  colorSuccessBg: ['#EDFDED', '#0C310D'],
  colorSuccessText: ['#1B561A', '#4CE160'],
  colorWarning: ['#855F00', '#FFCC14'],
  colorWarningBg: ['#FFF9EB', '#312102'],
  colorWarningText: ['#855F00', '#FFCC14'],
  colorError: ['#D50B0B', '#FF5C5C'],
  colorErrorBg: ['#FDEDED', '#2A0303'],
  colorErrorText: ['#D50B0B', '#FFA0A0'],
  colorInfo: ['#0049B8', '#84B4FB'],
  colorInfoBg: ['#ECF3FE', '#0E192A'],
  colorInfoText: ['#0049B8', '#84B4FB'],

  /** A letter that is rahasia; always with a lock and the word. */
  colorSecret: ['#3B1FC6', '#AD9EFA'],

  controlOutline: ['#0968F6', '#4D93FC'],
} as const

export type Token = keyof typeof COLOURS
export type Scheme = 'light' | 'dark'

const TOKENS = Object.keys(COLOURS) as Token[]

export function colour(token: Token, scheme: Scheme): string {
  return COLOURS[token][scheme === 'light' ? 0 : 1]
}

/** `colorBgLayout` → `--color-bg-layout`. */
export function variable(token: Token): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** The same breakpoints in pixels for Mantine and for our own media queries. */
export const BREAKPOINTS = { xs: 360, sm: 640, md: 768, lg: 1024, xl: 1280 } as const

/**
 * The stylesheet of the tokens. `.always-light` is for what must stay white whatever the person chose (a hall's
 * screen): it states the light values again, for its part of the page.
 */
export function tokensCss(): string {
  const block = (scheme: Scheme) => TOKENS.map((token) => `${variable(token)}:${colour(token, scheme)};`).join('')
  return [
    `:root,.always-light{color-scheme:light;${block('light')}}`,
    `:root[data-mantine-color-scheme="dark"]{color-scheme:dark;${block('dark')}}`,
    `:root[data-mantine-color-scheme="dark"] .always-light{color-scheme:light;${block('light')}}`,
  ].join('\n')
}
