import type { Words } from '@/kit/text'

type Table = { default: object }

/** A mission's words have a file of their own; they are called `field.mission.<word>`. */
const withMission = ([room, mission]: [Table, Table]) => ({
  default: { ...room.default, ...Object.fromEntries(Object.entries(mission.default).map(([word, text]) => [`mission.${word}`, text])) },
})

/** All words of the room. */
export const words: Words = {
  'zh-CN': () => Promise.all([import('./zh-CN'), import('./mission/zh-CN')]).then(withMission),
  en: () => Promise.all([import('./en'), import('./mission/en')]).then(withMission),
}
