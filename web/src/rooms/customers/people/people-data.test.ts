import { expect, test } from 'vitest'
import { above } from './people-data'

const people = [
  { id: 'chair', role: 'kp1' as const },
  { id: 'son', role: 'kp1' as const },
  { id: 'desk', role: 'gatekeeper' as const },
]

test('one goes up among those of its role and no further', () => {
  expect(above(people, 'son')).toEqual(['son', 'chair', 'desk'])
  expect(above(people, 'chair')).toBeUndefined()
  expect(above(people, 'desk')).toBeUndefined()
  expect(above(people, 'nobody')).toBeUndefined()
})
