import { useAsk } from './queries'

/** My positions and what I may do. */
export function useProfile() {
  return useAsk('portal_show_profile', {})
}
