import { locale } from '@/kit/text'

/** Server texts come in both languages; the screen shows its own, or the other rather than nothing. */
const pick = (zh: string, en: string) => (locale.value === 'en' ? en || zh : zh || en)

export const titleOf = (told: { title: string; titleEn: string }) => pick(told.title, told.titleEn)
export const reasonOf = (told: { reason: string; reasonEn: string }) => pick(told.reason, told.reasonEn)
