/** What a change of a role adds and takes away. */
import type { Answer } from '../api/operations'

export type Permission = Answer<'directory_list_permissions'>['items'][number]
export type Role = Answer<'directory_list_roles'>['items'][number]
export type PermissionId = Permission['id']

export interface Difference {
  added: string[]
  removed: string[]
}

/** In the order of the list, by title. */
export function difference(permissions: Permission[], before: PermissionId[], after: PermissionId[]): Difference {
  const titles = (from: PermissionId[], without: PermissionId[]) =>
    permissions.filter(({ id }) => from.includes(id) && !without.includes(id)).map(({ title }) => title)
  return { added: titles(after, before), removed: titles(before, after) }
}
