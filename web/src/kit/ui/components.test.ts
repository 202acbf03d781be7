import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every component of the kit is known to the type checker by its tag', () => {
  const known = [...readFileSync('src/kit/ui/components.d.ts', 'utf8').matchAll(/import\('\.\/([\w-]+\.vue)'\)/g)].map(match => match[1])
  expect(known).toEqual(
    readdirSync('src/kit/ui')
      .filter(file => file.endsWith('.vue'))
      .sort(),
  )
})
