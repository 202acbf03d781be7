import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

type Table = Record<string, string | object>
const zh = import.meta.glob<Table>(['/src/**/zh-CN.ts'], { eager: true, import: 'default' })
const en = import.meta.glob<Table>(['/src/**/en.ts'], { eager: true, import: 'default' })
const english = (file: string) => en[join(dirname(file), 'en.ts')]!
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  file => /\.(vue|ts)$/.test(file) && !/\.test\.ts$|\.d\.ts$/.test(file),
)

// kit's words have no prefix, a room's and the app's their folder's name, and a folder's within it; an error's code stands alone.
const prefix = (file: string) =>
  file.includes('/kit/')
    ? ''
    : `${dirname(file)
        .replace(/^\/src\/(rooms\/)?/, '')
        .replaceAll('/', '.')}.`
const all = new Set(
  Object.entries(zh).flatMap(([file, table]) => Object.keys(table).map(key => (key.startsWith('error.') ? key : prefix(file) + key))),
)

test.each(Object.keys(zh))('%s and its English have the same words', file => {
  expect(Object.keys(english(file)).sort()).toEqual(Object.keys(zh[file]!).sort())
})

test('every English file has its Chinese', () => {
  expect(
    Object.keys(en)
      .map(file => join(dirname(file), 'zh-CN.ts'))
      .sort(),
  ).toEqual(Object.keys(zh).sort())
})

test('the same places are filled in both', () => {
  const places = (word: unknown) => [...new Set([...JSON.stringify(word).matchAll(/"(?:k|key)":"(\w+)"/g)].map(match => match[1]))].sort()
  for (const [file, table] of Object.entries(zh))
    for (const [key, word] of Object.entries(table)) expect([key, places(english(file)[key])]).toEqual([key, places(word)])
})

test('every word a page asks for exists', () => {
  const asked = sources.flatMap(file =>
    [
      ...readFileSync(join('src', file), 'utf8').matchAll(/\bt\('([\w.-]+)'|(?<![:.\w])(?:word|title|keypath)[:=] ?["']([a-z][\w-]*\.[\w.-]+)["']/g),
    ].map(match => `${match[1] ?? match[2]} in ${file}`),
  )
  expect(asked.length).toBeGreaterThan(40)
  expect(asked.filter(line => !all.has(line.split(' ')[0]!))).toEqual([])
})

test('a word with a place to fill needs no compiler in the page', async () => {
  const { setLocale, t } = await import('.')
  await setLocale('en')
  expect(typeof zh['/src/kit/text/words/zh-CN.ts']!['kit.minutes']).toBe('object')
  expect(t('kit.minutes', { n: 3 })).toBe('3 min')
  expect([1, 2].map(n => t('kit.days', n))).toEqual(['1 day', '2 days'])
})
