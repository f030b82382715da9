import { expect, test } from 'vitest'
import { beside, type Checker, closedUp, moved } from './words'

const chain = (...orders: number[]): Checker[] => orders.map((order, place) => ({ position_id: 'abc'[place] ?? '', order }))
const orders = (checkers: Checker[]) => checkers.map(({ position_id: post, order }) => `${post}${order}`).join(' ')

test('a checker is put beside the one before, and after it again', () => {
  expect(orders(beside(chain(1, 2, 3), 1, true))).toBe('a1 b1 c2')
  expect(orders(beside(chain(1, 1, 2), 1, false))).toBe('a1 b2 c3')
  expect(orders(beside(chain(1, 1, 1), 2, false))).toBe('a1 b1 c2')
  expect(orders(beside(chain(1, 2), 0, true))).toBe('a1 b2')
})

test('two checkers change places, and the orders stay', () => {
  expect(orders(moved(chain(1, 2, 2), 0, 1))).toBe('b1 a2 c2')
  expect(orders(moved(chain(1, 2), 1, 1))).toBe('a1 b2')
})

test('a chain has no holes once one has gone', () => {
  expect(orders(closedUp(chain(1, 3, 3)))).toBe('a1 b2 c2')
})
