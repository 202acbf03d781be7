// app → rooms → kit: rooms never import each other, kit never imports rooms, nothing imports app.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const imported = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

/** Where a file of src lives: ['rooms', 'field'], ['kit', 'ui'], ['app', …] or ['main.ts']. */
const place = path => path.split('/')

/** The reason an import is not allowed, or nothing. Both paths are relative to src. */
export function forbidden(from, to) {
  const [layer, room] = place(from)
  const [target, other] = place(to)
  if (layer === 'kit' && target !== 'kit') return 'kit imports nothing above it'
  if (layer === 'rooms' && target === 'app') return 'a room never imports the app'
  if (layer === 'rooms' && target === 'rooms' && room !== other) return 'rooms never import each other'
}

export function imports(file, text) {
  return [...text.matchAll(imported)]
    .map(([, name]) => (name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? join(dirname(file), name) : undefined))
    .filter(name => name && !name.startsWith('..'))
}

export function violations(src) {
  return readdirSync(src, { recursive: true })
    .filter(file => /\.(ts|vue|css)$/.test(file))
    .flatMap(file =>
      imports(file, readFileSync(join(src, file), 'utf8')).flatMap(to => {
        const why = forbidden(file, to)
        return why ? [`src/${file} → ${to}: ${why}`] : []
      }),
    )
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const found = violations(fileURLToPath(new URL('../src', import.meta.url)))
  for (const line of found) console.error(line)
  console.log(`import direction: ${found.length} wrong (${relative(process.cwd(), 'src') || 'src'})`)
  process.exitCode = found.length ? 1 : 0
}
