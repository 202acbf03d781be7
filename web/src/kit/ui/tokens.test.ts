import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/kit/ui/tokens.css', 'utf8')
const colours = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, value]) => [name!, value!]))
const [light = '', media = '', dark = ''] = [...css.matchAll(/\{(\s*color-scheme[^}]+)\}/g)].map(match => match[1]!)

function luminance(hex: string) {
  const [r, g, b] = [1, 3, 5]
    .map(i => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(a: string, b: string) {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright! + 0.05) / (dim! + 0.05)
}

const grounds = ['ground', 'surface', 'raised']
const pairs = [
  ...['ink', 'ink-2', 'ink-3', 'accent-ink', 'dusk', 'won', 'warm', 'info'].flatMap(ink => grounds.map(ground => [ink, ground])),
  ...['dusk', 'won', 'warm', 'info'].flatMap(name => [
    [name, `${name}-soft`],
    ['ink', `${name}-soft`],
    ['ink-2', `${name}-soft`],
  ]),
  ['accent-ink', 'accent-soft'],
  ['on-accent', 'accent'],
  ['accent-ink', 'dusk-soft'],
] as [string, string][]

test.each([
  ['light', light],
  ['dark', dark],
])('every text in %s can be read', (_, block) => {
  const colour = colours(block)
  const weak = pairs.filter(([ink, ground]) => contrast(colour[ink]!, colour[ground]!) < 4.5).map(pair => pair.join(' on '))
  expect(weak).toEqual([])
  expect(contrast(colour.edge!, colour.surface!)).toBeGreaterThan(3) // the border of a field
})

test('dark by choice is dark by system', () => {
  expect(colours(dark)).toEqual(colours(media))
})
