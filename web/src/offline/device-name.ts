/** A name by which a person knows a device again: its model where the browser tells it, else browser and system. */

interface Hints {
  getHighEntropyValues: (names: string[]) => Promise<{ model?: string }>
}

export async function deviceName(): Promise<string> {
  const { userAgentData } = navigator as { userAgentData?: Hints }
  const hints = await userAgentData?.getHighEntropyValues(['model']).catch(() => undefined)
  return hints?.model?.slice(0, LONGEST) || nameFrom(navigator.userAgent)
}

const LONGEST = 60

const BROWSERS: [RegExp, string][] = [
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

export function nameFrom(userAgent: string): string {
  return `${first(BROWSERS, userAgent, 'Peramban')} di ${first(SYSTEMS, userAgent, 'perangkat ini')}`
}

function first(words: [RegExp, string][], text: string, otherwise: string): string {
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise
}
