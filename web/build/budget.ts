import { brotliCompressSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

type Bundle = Rollup.OutputBundle
type Chunk = Rollup.OutputChunk
type Limits = { /** KB, brotli 11 */ firstPaint: number; firstPaintAll: number; desk: number }

/** What a chunk brings with it: itself, what it imports statically, and their styles. */
export function loaded(bundle: Bundle, roots: Chunk[], seen = new Set<string>()): Set<string> {
  for (const chunk of roots) {
    if (seen.has(chunk.fileName)) continue
    seen.add(chunk.fileName)
    for (const css of (chunk as Chunk & { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? []) seen.add(css)
    loaded(
      bundle,
      chunk.imports.map(name => bundle[name]).filter((c): c is Chunk => c?.type === 'chunk'),
      seen,
    )
  }
  return seen
}

export function kilobytes(bundle: Bundle, files: Iterable<string>): number {
  let bytes = 0
  for (const file of files) {
    const output = bundle[file]
    if (output) bytes += brotliCompressSync(Buffer.from(output.type === 'chunk' ? output.code : output.source)).length
  }
  return bytes / 1000
}

const without = (files: Set<string>, rest: Set<string>) => [...files].filter(file => !rest.has(file))
/** A chunk that is one of these modules, whatever name it was given. */
const chunksOf = (bundle: Bundle, part: RegExp) =>
  Object.values(bundle).filter((c): c is Chunk => c.type === 'chunk' && (part.test(c.facadeModuleId ?? '') || c.moduleIds.some(id => part.test(id))))

/** Fails the build when the phone's first paint or the desk has grown beyond its budget. */
export function budget(limits: Limits): Plugin {
  return {
    name: 'vesper:budget',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).filter((c): c is Chunk => c.type === 'chunk' && c.isEntry)
      const today = loaded(bundle, [
        ...entry,
        ...chunksOf(bundle, /app\/phone\/phone-shell\.vue$|rooms\/field\/today\.vue$|\/(app|rooms\/field)\/zh-CN\.ts$/),
      ])
      const later = loaded(bundle, chunksOf(bundle, /node_modules\/dexie\/|kit\/ui\/icons\.ts$/))
      const desk = loaded(bundle, chunksOf(bundle, /app\/desk\/|rooms\/[^/]+\/desk-[^/]*\.vue$/))
      const sizes = [
        {
          what: "the phone shell's first paint",
          kb: kilobytes(bundle, without(today, new Set(chunksOf(bundle, /node_modules\/dexie\//).map(c => c.fileName)))),
          limit: limits.firstPaint,
        },
        { what: 'the same with Dexie and icons', kb: kilobytes(bundle, new Set([...today, ...later])), limit: limits.firstPaintAll },
        { what: 'the desk on top of it', kb: kilobytes(bundle, without(desk, today)), limit: limits.desk },
      ]
      for (const { what, kb, limit } of sizes) console.log(`${what}: ${kb.toFixed(1)} of ${limit} KB brotli`)
      const over = sizes.filter(size => size.kb > size.limit)
      if (over.length) this.error(`beyond the budget: ${over.map(o => `${o.what} ${o.kb.toFixed(1)} > ${o.limit} KB`).join(', ')}`)
    },
  }
}
