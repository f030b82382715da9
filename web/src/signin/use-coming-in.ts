import { type FormEvent, useEffect, useRef, useState } from 'react'
import { asProblem, type Problem } from '../api/problem'
import { signIn } from '../api/session'

/** What a form has typed: all its fields are needed. */
type Typed = Record<string, string>

/**
 * A form by which somebody comes in who has no account to sign in with yet: what was typed is sent, and then the person
 * is signed in with the password just chosen.
 */
export function useComingIn<Fields extends Typed & { login: string; password: string }>(
  empty: Fields,
  send: (typed: Fields) => Promise<unknown>,
) {
  const [typed, setTyped] = useState(empty)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const message = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (problem) message.current?.focus()
  }, [problem])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const incomplete = Object.values(typed).some((text) => !text.trim())
    setMissing(incomplete)
    if (incomplete || busy) return
    setBusy(true)
    setProblem(null)
    try {
      await send(typed)
      await signIn(typed.login.trim(), typed.password)
    } catch (error) {
      const refused = asProblem(error)
      // The password is chosen; the page that asks for the second step goes on.
      if (refused.slug === 'second-step-needed') return location.assign('/masuk')
      setProblem(refused)
      setBusy(false)
    }
  }

  /** What a field of the form needs beside its label. */
  const field = (name: keyof Fields & string, whenMissing: string) => ({
    value: typed[name] ?? '',
    onChange: (text: string) => setTyped((before) => ({ ...before, [name]: text })),
    required: true,
    error:
      missing && !typed[name]?.trim()
        ? whenMissing
        : problem?.fieldErrors.find(({ pointer }) => pointer === `/${name}`)?.detail,
  })

  return { submit, field, busy, problem, message }
}
