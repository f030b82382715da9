import { expect, test } from 'vitest'
import { difference, type Permission } from './difference'

const listed = (['agenda.attend', 'agenda.organise', 'directory.read'] as const).map(
  (id): Permission => ({ id, title: id.toUpperCase(), allows: '', of_the_regency: false, has: false, deeds: [] }),
)

test('a change tells what it adds and what it takes away, in the order of the list', () => {
  expect(difference(listed, ['directory.read', 'agenda.attend'], ['agenda.organise'])).toEqual({
    added: ['AGENDA.ORGANISE'],
    removed: ['AGENDA.ATTEND', 'DIRECTORY.READ'],
  })
})

test('the same permissions in another order are no change', () => {
  expect(difference(listed, ['agenda.attend', 'directory.read'], ['directory.read', 'agenda.attend'])).toEqual({
    added: [],
    removed: [],
  })
})
