import { useMediaQuery } from '@mantine/hooks'
import { BREAKPOINTS } from '../theme/tokens.ts'

/** A table has no room here: its rows become cards. */
export function useNarrow(): boolean {
  return useMediaQuery(`(max-width: ${BREAKPOINTS.md - 1}px)`, undefined, { getInitialValueInEffect: false })
}
