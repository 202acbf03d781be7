import type { Words } from '@/kit/text'

type Table = { default: object }

/** A folder of the room has words of its own, called `customers.<folder>.<word>`. A new folder: its name here, its table below in each language. */
const folders = ['archive', 'imports', 'inventories', 'joint-visits', 'deals', 'grades', 'people', 'board', 'handovers', 'exports', 'collisions']
const within = (name: string, table: Table) =>
  Object.entries(table.default).map(([word, text]) => [word.startsWith('error.') ? word : `${name}.${word}`, text])
const together = ([room, ...tables]: Table[]): Table => ({
  default: { ...room!.default, ...Object.fromEntries(tables.flatMap((table, n) => within(folders[n]!, table))) },
})

/** All words of the room. */
export const words: Words = {
  'zh-CN': () =>
    Promise.all([
      import('./zh-CN'),
      import('./archive/zh-CN'),
      import('./imports/zh-CN'),
      import('./inventories/zh-CN'),
      import('./joint-visits/zh-CN'),
      import('./deals/zh-CN'),
      import('./grades/zh-CN'),
      import('./people/zh-CN'),
      import('./board/zh-CN'),
      import('./handovers/zh-CN'),
      import('./exports/zh-CN'),
      import('./collisions/zh-CN'),
    ]).then(together),
  en: () =>
    Promise.all([
      import('./en'),
      import('./archive/en'),
      import('./imports/en'),
      import('./inventories/en'),
      import('./joint-visits/en'),
      import('./deals/en'),
      import('./grades/en'),
      import('./people/en'),
      import('./board/en'),
      import('./handovers/en'),
      import('./exports/en'),
      import('./collisions/en'),
    ]).then(together),
}
