import { baseCompile } from '@intlify/message-compiler'
import { type Plugin, transformWithOxc } from 'vite'

type Tree = { [key: string]: string | Tree }

const isWords = /\/src\/(?:rooms\/[^/]+(?:\/[^/]+)?|app|kit\/text\/words)\/(?:zh-CN|en)\.ts$/

/** `{ a: { b: 'x' } }` becomes `{ 'a.b': 'x' }`: one look-up a word, and an error code keeps its dots. */
export function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
}

/** Plain words stay strings; only those with a place to fill or a plural become a syntax tree. */
export const compiled = (text: string) =>
  /[{}|@%]/.test(text) ? baseCompile(text, { jit: true, optimize: true, minify: true, location: false }).ast : text

/** Turns a room's words into a flat table of ready messages, so that no compiler and no eval is needed in the page. */
export function words(): Plugin {
  return {
    name: 'vesper:words',
    enforce: 'pre',
    async transform(code, id) {
      if (!isWords.test(id)) return
      const { code: js } = await transformWithOxc(code, id, { sourcemap: false })
      const tree = (await import(`data:text/javascript;base64,${Buffer.from(js).toString('base64')}`)).default as Tree
      const table = Object.fromEntries(flat(tree).map(([key, text]) => [key, compiled(text)]))
      return { code: `export default ${JSON.stringify(table)}`, map: null, moduleType: 'js' }
    },
  }
}
