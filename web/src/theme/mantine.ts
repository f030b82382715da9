/** Mantine dressed in our tokens. Its stylesheet is written at build time, for the CSP allows no `<style>` in the page. */
import {
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
} from '@mantine/core'
import { BREAKPOINTS, type Token, variable } from './tokens.ts'

const FONT = "'Inter Variable', system-ui, 'Segoe UI', Roboto, sans-serif"

const inEm = (pixels: number) => `${pixels / 16}em`

export const theme = createTheme({
  primaryColor: 'blue',
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '4px', md: '8px', lg: '12px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  breakpoints: {
    xs: inEm(BREAKPOINTS.xs),
    sm: inEm(BREAKPOINTS.sm),
    md: inEm(BREAKPOINTS.md),
    lg: inEm(BREAKPOINTS.lg),
    xl: inEm(BREAKPOINTS.xl),
  },
  cursorType: 'pointer',
  // The focus ring of `base.css` serves these parts too.
  focusClassName: '',
  respectReducedMotion: true,
})

/** Which of our tokens stands behind each of Mantine's own colours that the portal's parts use. */
const BEHIND: Record<string, Token> = {
  '--mantine-color-text': 'colorText',
  '--mantine-color-bright': 'colorText',
  '--mantine-color-body': 'colorBgContainer',
  '--mantine-color-error': 'colorError',
  '--mantine-color-success': 'colorSuccess',
  '--mantine-color-placeholder': 'colorTextTertiary',
  '--mantine-color-anchor': 'colorLink',
  '--mantine-color-default': 'colorBgContainer',
  '--mantine-color-default-hover': 'colorFillTertiary',
  '--mantine-color-default-color': 'colorText',
  '--mantine-color-default-border': 'colorBorder',
  '--mantine-color-dimmed': 'colorTextSecondary',
  '--mantine-primary-color-filled': 'colorPrimary',
  '--mantine-primary-color-filled-hover': 'colorPrimaryHover',
  '--mantine-primary-color-light': 'colorPrimaryBg',
  '--mantine-primary-color-light-color': 'colorPrimaryBgText',
  '--mantine-color-blue-filled': 'colorPrimary',
  '--mantine-color-blue-filled-hover': 'colorPrimaryHover',
}

export function mantineCss(): string {
  const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
  const ours = Object.fromEntries(Object.entries(BEHIND).map(([theirs, token]) => [theirs, `var(${variable(token)})`]))
  return convertCssVariables({
    variables: { ...variables.variables, ...ours },
    light: { ...variables.light, ...ours },
    dark: { ...variables.dark, ...ours },
  })
}
