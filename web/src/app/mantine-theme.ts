/** Mantine's theme with what each of its parts wears. Apart from `theme/mantine.ts`, which the build reads too. */
import { mergeThemeOverrides, SegmentedControl, Tabs } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { theme } from '../theme/mantine.ts'
import css from './mantine-parts.module.css'

export const mantineTheme = mergeThemeOverrides(theme, {
  components: {
    Tabs: Tabs.extend({ classNames: { tab: css.tab ?? '' } }),
    SegmentedControl: SegmentedControl.extend({ classNames: { label: css.segment ?? '' } }),
    Notifications: Notifications.extend({ classNames: { root: css.toasts ?? '' } }),
  },
})
