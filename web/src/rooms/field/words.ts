import type { Words } from '@/kit/text'

type Table = { default: object }

/** The words of a mission, of the search and of who looks at proofs have files of their own; they are called `field.mission.<word>`, `field.find.<word>`, `field.seen.<word>`. */
const within = (name: string, table: Table) => Object.fromEntries(Object.entries(table.default).map(([word, text]) => [`${name}.${word}`, text]))
const together = ([room, mission, find, seen]: [Table, Table, Table, Table]) => ({
  default: { ...room.default, ...within('mission', mission), ...within('find', find), ...within('seen', seen) },
})

/** All words of the room. */
export const words: Words = {
  'zh-CN': () => Promise.all([import('./zh-CN'), import('./mission/zh-CN'), import('./find/zh-CN'), import('./seen/zh-CN')]).then(together),
  en: () => Promise.all([import('./en'), import('./mission/en'), import('./find/en'), import('./seen/en')]).then(together),
}
