import { expect, test } from 'vitest'
import { actingAs, positionFor } from './position'

const OWN = { id: 'sekcam', title: 'Sekretaris Camat', organisation_name: 'Trowulan', permissions: [] }
const ACTING = {
  id: 'camat',
  title: 'Plh. Camat',
  organisation_name: 'Trowulan',
  permissions: ['agenda.organise' as const],
}
const PERSON = {
  id: 'p-1',
  name: 'Siti',
  position_title: OWN.title,
  organisation_name: OWN.organisation_name,
  permissions: [],
  second_step: false,
  must_add_second_step: false,
  positions: [OWN, ACTING],
}

test('without a choice the first position acts', () => {
  expect(actingAs(PERSON, null)).toMatchObject({ position_id: 'sekcam', position_title: 'Sekretaris Camat', permissions: [] })
})

test('title and rights are those of the chosen position alone', () => {
  expect(actingAs(PERSON, 'camat')).toMatchObject({
    position_id: 'camat',
    position_title: 'Plh. Camat',
    permissions: ['agenda.organise'],
  })
})

test('a choice that is not held any more gives way to the first position', () => {
  expect(actingAs(PERSON, 'bupati').position_id).toBe('sekcam')
})

test('who holds none acts as none', () => {
  const retired = { ...PERSON, position_title: null, organisation_name: null, positions: [] }
  expect(actingAs(retired, 'camat')).toMatchObject({ position_id: null, position_title: null, permissions: [] })
})

test('what an earlier release kept on the device has no list of positions', () => {
  const { positions: _, ...kept } = PERSON
  expect(actingAs(kept as typeof PERSON, 'camat')).toMatchObject({ position_id: null, position_title: OWN.title, positions: [] })
})

test('what was made as one position is sent as that one, for as long as it is held', () => {
  const person = actingAs(PERSON, null)
  expect(positionFor('camat', person)).toBe('camat')
  expect(positionFor('bupati', person)).toBe('sekcam')
  expect(positionFor(undefined, person)).toBe('sekcam')
})
