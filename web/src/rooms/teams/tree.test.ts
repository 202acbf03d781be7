import { expect, test } from 'vitest'
import type { Unit } from './members'
import { below, toTree, total } from './tree'

const unit = (id: string, parentId: string | null, members = 1): Unit => ({ id, parentId, kind: 'team', name: id, position: 0, members })
const units = [unit('leaf', 'city', 3), unit('root', null), unit('city', 'root', 2)]

test('a tree in any order of its units', () => {
  const [root] = toTree(units)
  expect(root?.children[0]?.children[0]?.id).toBe('leaf')
  expect(total(root!)).toBe(6)
})

test('a part of the tree whose parent is not seen stands at the top', () => {
  expect(toTree(units.filter(one => one.id !== 'root')).map(node => node.id)).toEqual(['city'])
})

test('what lies below a unit', () => {
  expect([...below(units, 'city')].sort()).toEqual(['city', 'leaf'])
})
