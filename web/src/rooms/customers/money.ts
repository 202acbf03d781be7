import { locale } from '@/kit/text'

/** ¥109,200 — fen only when there are some. */
export const money = (fen: number | string) => {
  const yuan = Number(fen) / 100
  return new Intl.NumberFormat(locale.value === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(yuan) ? 0 : 2,
  }).format(yuan)
}
