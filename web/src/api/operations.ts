/** The API's operations by name, with what each takes and answers, read from the generated OpenAPI types. */
import type { operations } from './types'

export type Operation = keyof operations

/** What an operation answers. */
export type Answer<Op extends Operation> = operations[Op] extends {
  responses: { 200: { content: { 'application/json': infer Json } } }
}
  ? Json
  : never

/** The JSON body that a command takes. */
export type Body<Op extends Operation> = operations[Op] extends {
  requestBody: { content: { 'application/json': infer Json } }
}
  ? Json
  : never

/** The parameters that a query takes in its address. */
export type Parameters<Op extends Operation> = operations[Op] extends { parameters: { query?: infer Query } }
  ? [Query] extends [undefined]
    ? Record<string, never>
    : NonNullable<Query>
  : never

/** `eagenda_show_agenda` → `/api/eagenda-show-agenda`: the address is the operation's name. */
export function address(operation: Operation): string {
  return `/api/${operation.replaceAll('_', '-')}`
}
