/** The one way from a page to the API. */
import { address, type Answer, type Body, type Operation, type Parameters } from './operations'
import { Problem, problemFrom, unreachable } from './problem'
import { learnServerTime } from './server-clock'
import { accessToken, actingPosition, dropToken, learnPositions } from './session'

const NOT_SIGNED_IN = 401
const NOT_MODIFIED = 304

/** The last answer of each asked address with its ETag, so that a page that asks each second pays only for changes. */
const answers = new Map<string, { etag: string; answer: unknown }>()

/** Ask a query. */
export async function ask<Op extends Operation>(
  operation: Op,
  parameters: Parameters<Op>,
  signal?: AbortSignal,
): Promise<Answer<Op>> {
  const url = withParameters(operation, parameters)
  return askAgain<Answer<Op>>(url, (headers) => signedIn(url, { headers, signal: signal ?? null }))
}

/** Ask what the hall's screen shows; its display token stands in for a signed-in person. */
export async function askHall(displayToken: string, signal: AbortSignal): Promise<Answer<'eagenda_show_hall'>> {
  return askAsDevice('eagenda_show_hall', {}, displayToken, signal)
}

/** Ask as a device, whose token stands in for a signed-in person. */
export async function askAsDevice<Op extends Operation>(
  operation: Op,
  parameters: Parameters<Op>,
  token: string,
  signal: AbortSignal,
): Promise<Answer<Op>> {
  const url = withParameters(operation, parameters)
  return askAgain(url, (headers) => send(url, { headers: { ...headers, authorization: `Bearer ${token}` }, signal }))
}

/** Give a command as a device. */
export async function commandAsDevice<Op extends Operation>(
  operation: Op,
  body: Body<Op>,
  token: string,
  signal: AbortSignal,
): Promise<Answer<Op>> {
  const sent = json(body)
  const headers = { ...sent.headers, authorization: `Bearer ${token}` }
  const response = await send(address(operation), { ...sent, headers, signal })
  return (await response.json()) as Answer<Op>
}

/** Ask what anybody may know. */
export async function askOpenly<Op extends Operation>(operation: Op, parameters: Parameters<Op>): Promise<Answer<Op>> {
  const response = await send(withParameters(operation, parameters), {})
  return (await response.json()) as Answer<Op>
}

/** Give what anybody may give, or ask it where the words must not stand in an address; signed in or not. */
export async function callOpenly<Op extends Operation>(operation: Op, body: Body<Op>): Promise<Answer<Op>> {
  const response = await send(address(operation), json(body))
  return (await response.json()) as Answer<Op>
}

/** Ask a query whose words must not stand in an address. */
export async function askInBody<Op extends Operation>(
  operation: Op,
  body: Body<Op>,
  signal: AbortSignal,
): Promise<Answer<Op>> {
  const response = await signedIn(address(operation), { ...json(body), signal })
  return (await response.json()) as Answer<Op>
}

/**
 * Give a command. The same key may be sent again: the server does it once and repeats its answer. What was made earlier
 * is sent as the position that made it.
 */
export async function command<Op extends Operation>(
  operation: Op,
  body: Body<Op>,
  key: string,
  position = actingPosition(),
): Promise<Answer<Op>> {
  const sent = json(body)
  const init = { ...sent, headers: { ...sent.headers, 'idempotency-key': key } }
  const response = await signedIn(address(operation), init, position)
  return (await response.json()) as Answer<Op>
}

/** Fetch a paper that the server makes. */
export async function fetchPaper<Op extends Operation>(operation: Op, parameters: Parameters<Op>): Promise<Blob> {
  const response = await signedIn(withParameters(operation, parameters), {})
  return response.blob()
}

/** Fetch a paper, or a picture of one, that the server makes of words that must not stand in an address. */
export async function fetchPaperInBody<Op extends Operation>(
  operation: Op,
  body: Body<Op>,
  signal?: AbortSignal,
): Promise<Blob> {
  const response = await signedIn(address(operation), { ...json(body), signal: signal ?? null })
  return response.blob()
}

async function askAgain<Json>(asked: string, request: (headers: Record<string, string>) => Promise<Response>) {
  const url = `${asked} ${actingPosition() ?? ''}`
  const known = answers.get(url)
  const response = await request(known ? { 'if-none-match': known.etag } : {})
  if (known && response.status === NOT_MODIFIED) return known.answer as Json
  const answer = (await response.json()) as Json
  const etag = response.headers.get('etag')
  if (etag) answers.set(url, { etag, answer })
  return answer
}

/**
 * Send as the signed-in person, as the position that they acted as when they asked; a token that has ended meanwhile is
 * replaced and the same request sent again. A position that isn't held any more sends nothing as another one by itself.
 */
async function signedIn(url: string, init: RequestInit, position = actingPosition()): Promise<Response> {
  const as = position ? { 'trowulan-position': position } : {}
  const attempt = (token: string) =>
    send(url, { ...init, headers: { ...init.headers, ...as, authorization: `Bearer ${token}` } })
  const token = await accessToken()
  try {
    return await attempt(token)
  } catch (error) {
    if (error instanceof Problem && error.slug === 'position-not-held') await learnPositions()
    if (!(error instanceof Problem) || error.status !== NOT_SIGNED_IN) throw error
    dropToken(token)
    return attempt(await accessToken())
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const sentAt = Date.now()
  const response = await fetch(url, init).catch((error: unknown) => {
    throw init.signal?.aborted ? error : unreachable()
  })
  learnServerTime(response, sentAt)
  if (!response.ok && response.status !== NOT_MODIFIED) throw await problemFrom(response)
  return response
}

function json(body: unknown) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function withParameters(operation: Operation, parameters: Record<string, unknown>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return query.size ? `${address(operation)}?${query}` : address(operation)
}
