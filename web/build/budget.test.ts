import type { Rollup } from 'vite'
import { expect, test, vi } from 'vitest'
import { budget, kilobytes, loaded } from './budget.ts'

const noise = (bytes: number) => Array.from({ length: bytes }, (_, i) => String.fromCharCode(33 + ((i * 7919 + ((i * i) % 101)) % 90))).join('')
const chunk = (fileName: string, more: object = {}) =>
  ({
    type: 'chunk',
    fileName,
    code: noise(3000),
    imports: [],
    dynamicImports: [],
    moduleIds: [],
    isEntry: false,
    ...more,
  }) as unknown as Rollup.OutputChunk
const bundle = {
  'main.js': chunk('main.js', {
    isEntry: true,
    imports: ['vue.js'],
    dynamicImports: ['page.js'],
    viteMetadata: { importedCss: new Set(['main.css']) },
  }),
  'vue.js': chunk('vue.js', { imports: ['main.js'] }),
  'page.js': chunk('page.js'),
  'main.css': { type: 'asset', fileName: 'main.css', source: 'a{}' },
} as unknown as Rollup.OutputBundle

test('what is loaded is what is imported, in circles too, with its styles and without what comes later', () => {
  expect([...loaded(bundle, [bundle['main.js'] as Rollup.OutputChunk])].sort()).toEqual(['main.css', 'main.js', 'vue.js'])
  expect(kilobytes(bundle, ['main.css'])).toBeLessThan(0.1)
})

test('a build beyond its budget fails', () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const run = (firstPaint: number) => {
    const error = vi.fn()
    const { generateBundle } = budget({ firstPaint, firstPaintAll: 180, desk: 380 }) as unknown as {
      generateBundle: (this: object, options: unknown, bundle: object) => void
    }
    generateBundle.call({ error }, {}, bundle)
    return error.mock.calls.length
  }
  expect(run(140)).toBe(0)
  expect(run(0.5)).toBe(1)
})
