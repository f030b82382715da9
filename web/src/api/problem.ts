/** How the API says no (RFC 9457), as one error that the pages understand. */

export interface FieldError {
  /** JSON pointer into the sent body, such as `/title`. */
  pointer: string
  detail: string
}

interface ProblemDocument {
  type?: string
  title?: string
  status?: number
  detail?: string
  instance?: string
  errors?: FieldError[]
  [fact: string]: unknown
}

export class Problem extends Error {
  /** The last part of the problem's type: `code-expired`. */
  readonly slug: string
  readonly status: number
  readonly detail: string
  /** The request's id, to be quoted when asking for help; none if nothing was answered. */
  readonly requestId: string | null
  readonly fieldErrors: FieldError[]
  private readonly facts: ProblemDocument

  constructor(facts: ProblemDocument) {
    super(facts.title ?? 'Permintaan tidak dapat diselesaikan.')
    this.slug = facts.type?.split('/').at(-1) ?? 'internal'
    this.status = facts.status ?? 0
    this.detail = facts.detail ?? ''
    this.requestId = facts.instance ?? null
    this.fieldErrors = facts.errors ?? []
    this.facts = facts
  }

  /** A fact of the refusal that is text, such as who can help or until when. */
  fact(name: string): string {
    const value = this.facts[name]
    return typeof value === 'string' ? value : ''
  }

  count(name: string): number | null {
    const value = this.facts[name]
    return typeof value === 'number' ? value : null
  }
}

/** The answer never came: no network, or a server that isn't there. */
export function unreachable(): Problem {
  return new Problem({
    type: '/problems/unreachable',
    title: 'Server belum menjawab.',
    detail: 'Periksa jaringan, lalu coba lagi.',
  })
}

export function isUnreachable(error: unknown): boolean {
  return error instanceof Problem && error.slug === 'unreachable'
}

/** Where a signal comes and goes, an answer may take for ever: the person is told after a while, and may act. */
const PATIENCE = 8_000

/** What is asked for, or `unreachable` after a while; what was sent may still arrive. */
export async function soon<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable()), PATIENCE)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

export async function problemFrom(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  const document = isProblem ? ((await response.json()) as ProblemDocument) : {}
  return new Problem({ title: 'Server sedang bermasalah.', ...document, status: response.status })
}

/** Worth another try by itself: nothing was decided. */
export function isPassing(error: unknown): boolean {
  return error instanceof Problem && (isUnreachable(error) || error.status === 429 || error.status >= 500)
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ title: 'Terjadi kesalahan di halaman ini.' })
}
