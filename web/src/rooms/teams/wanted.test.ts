import { expect, test } from 'vitest'
import { wanted } from './wanted'

test('the wanted page is kept', () => {
  expect(wanted('/customers/1?tab=deals')).toBe('/customers/1?tab=deals')
})

test.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?to=/sign-in', ['/a']])(
  '%s leads home',
  to => {
    expect(wanted(to)).toBe('/')
  },
)
