import { t } from '@/kit/text'

/** `350 米` · `1.2 公里`, rounded to what a walker cares for. */
export const farWords = (metres: number) =>
  metres < 1000 ? t('field.metres', { n: Math.round(metres / 10) * 10 }) : t('field.kilometres', { n: (metres / 1000).toFixed(1) })
