import { expect, test } from 'vitest'
import { deedOf, deedsWith } from './deeds'
import type { Permission } from './difference'

const deed = (operation: string, title: string, ...further: string[]) => ({ operation, title, further })
const PERMISSIONS = [
  {
    id: 'directory.manage',
    deeds: [
      deed('directory_begin_rotation', 'Menyusun mutasi', 'directory_plan_rotation'),
      deed('directory_approve_rotation', 'Menyetujui mutasi yang disusun orang lain'),
    ],
  },
  { id: 'tables.approve', deeds: [deed('tables_approve_proposal', 'Menyetujui atau menolak usulan tabel')] },
] as unknown as Permission[]

const found = (typed: string) => deedsWith(PERMISSIONS, typed).map(({ operation }) => operation)

test('a deed is found by its words, in any order, with or without the prefix of its verb', () => {
  expect(found('menyetujui mutasi')).toEqual(['directory_approve_rotation'])
  expect(found('mutasi setujui')).toEqual(['directory_approve_rotation'])
  expect(found('susun mutasi')).toEqual(['directory_begin_rotation', 'directory_approve_rotation'])
  expect(found('tolak')).toEqual(['tables_approve_proposal'])
  expect(found('Terbang')).toEqual([])
  expect(found('  ')).toEqual([])
})

test('a deed is found by the name of its operation, as an address writes it too, and by that of a step', () => {
  expect(found('tables-approve-proposal')).toEqual(['tables_approve_proposal'])
  expect(found('plan_rotation')).toEqual(['directory_begin_rotation'])
  expect(deedOf(PERMISSIONS, 'directory_plan_rotation')?.deed.title).toBe('Menyusun mutasi')
  expect(deedOf(PERMISSIONS, 'directory_plan_rotation')?.permission.id).toBe('directory.manage')
  expect(deedOf(PERMISSIONS, null)).toBeUndefined()
  expect(deedOf(PERMISSIONS, 'nothing')).toBeUndefined()
})
