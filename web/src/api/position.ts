/** As which of several positions a person acts: chosen in this browser, for each person. */
import type { Answer } from './operations'

type AnsweredPerson = Answer<'portal_sign_in'>['person']

/** Who is signed in; title, organisation and permissions are those of the position that acts. */
export type Person = AnsweredPerson & {
  /** Sent along with each call; none where no position is held. */
  position_id: string | null
}

/** The person as the chosen position, or as their first where that one isn't held (any more). */
export function actingAs(person: AnsweredPerson, chosenId: string | null): Person {
  // What an earlier release kept on this device has no list.
  const positions = (person.positions as AnsweredPerson['positions'] | undefined) ?? []
  const acting = positions.find(({ id }) => id === chosenId) ?? positions[0]
  if (!acting) return { ...person, positions, position_id: null }
  const { id, title, organisation_name, permissions } = acting
  return { ...person, positions, position_id: id, position_title: title, organisation_name, permissions }
}

/** Where the choice is kept. */
export function choiceKey(personId: string): string {
  return `jabatan:${personId}`
}

/** The position to send something as that was made as `madeAs`: that one while it is held, else the present one. */
export function positionFor(madeAs: string | undefined, person: Person): string | null {
  return madeAs && person.positions.some(({ id }) => id === madeAs) ? madeAs : person.position_id
}
