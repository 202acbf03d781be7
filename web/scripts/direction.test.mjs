import { expect, test } from 'vitest'
import { forbidden, imports, violations } from './direction.mjs'

test('kit stands on nothing but itself', () => {
  expect(forbidden('kit/ui/card.vue', 'rooms/field/today.vue')).toBeTruthy()
  expect(forbidden('kit/ui/card.vue', 'app/router.ts')).toBeTruthy()
  expect(forbidden('kit/ui/card.vue', 'kit/text')).toBeUndefined()
})

test('rooms do not know each other or the app', () => {
  expect(forbidden('rooms/field/today.vue', 'rooms/teams/me.vue')).toBeTruthy()
  expect(forbidden('rooms/field/today.vue', 'app/router.ts')).toBeTruthy()
  expect(forbidden('rooms/field/today.vue', 'rooms/field/feed-item.vue')).toBeUndefined()
  expect(forbidden('rooms/field/today.vue', 'kit/api')).toBeUndefined()
})

test('relative, aliased and lazy imports are all seen', () => {
  const text = "import a from '@/kit/api'\nconst b = () => import('../teams/me.vue')\nimport './x.css'\nimport { c } from 'vue'"
  expect(imports('rooms/field/today.vue', text)).toEqual(['kit/api', 'rooms/teams/me.vue', 'rooms/field/x.css'])
})

test('our sources keep the direction', () => {
  expect(violations('src')).toEqual([])
})
