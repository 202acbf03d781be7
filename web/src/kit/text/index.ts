import { ref } from 'vue'
import { createI18n, Translation } from 'vue-i18n'
import zhCN from './words/zh-CN'

export type Locale = 'zh-CN' | 'en'
export const locales: Locale[] = ['zh-CN', 'en']

type Table = { default: object }
/** Where a room's words are; a room gives one to `defineRoom`. */
export type Words = Record<Locale, () => Promise<Table>>

const key = 'vesper.locale'
const stored = (): Locale => (localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN')
// A plain word, as the compiler would have left it: a message with nothing to fill.
const message = (word: unknown) => (typeof word === 'string' ? { t: 0, b: { s: word } } : word)
const prefixed = (prefix: string, table: object) =>
  Object.fromEntries(Object.entries(table).map(([k, v]) => [k.startsWith('error.') || !prefix ? k : `${prefix}.${k}`, message(v)]))

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': prefixed('', zhCN) as Record<string, string>, en: {} as Record<string, string> },
  // Words are flat tables (build/words.ts): an error code keeps its dots and a look-up is one step.
  messageResolver: (table, path) => (table as Record<string, never>)[path] ?? null,
  missingWarn: false,
  fallbackWarn: false,
})

const sources = new Map<string, Words>([['', { 'zh-CN': () => import('./words/zh-CN'), en: () => import('./words/en') }]])
const loading = new Map<string, Promise<void>>()

function load(name: string, at: Locale): Promise<void> {
  const id = `${name} ${at}`
  const source = sources.get(name)
  if (!source) return Promise.resolve()
  const started =
    loading.get(id) ??
    source[at]()
      .then(words => i18n.global.mergeLocaleMessage(at, prefixed(name, words.default)))
      .catch(failure => {
        loading.delete(id)
        throw failure
      })
  loading.set(id, started)
  return started
}

export const locale = ref<Locale>('zh-CN')

/** Translates: `t('kit.retry')`, `t('kit.minutes', { n: 3 })`. Reactive in templates. */
export const t = i18n.global.t
/** Whether there is a word for this. */
export const hasWord = (path: string) => i18n.global.te(path, locale.value) || i18n.global.te(path, 'zh-CN')

/** Makes a room's words ready in the present language. They are called `<room>.<word>`; `error.<code>` keeps its name. */
export function addWords(room: string, words: Words): Promise<void> {
  sources.set(room, words)
  return load(room, locale.value)
}

/** Changes the language for everything loaded so far, and remembers it in this browser. */
export async function setLocale(to: Locale): Promise<void> {
  await Promise.all([...sources.keys()].map(name => load(name, to)))
  locale.value = to
  i18n.global.locale.value = to
  document.documentElement.lang = to
  localStorage.setItem(key, to)
}

/** Before the first paint: the language chosen last time in this browser. */
export const startLocale = () => setLocale(stored())

/** A sentence with components in it: `<i18n-sentence keypath="…"><b>…</b></i18n-sentence>`. */
export { Translation as Sentence }
