import { expect, test } from 'vitest'
import { i18n, t } from '.'

// The built page has no message compiler: what is not a finished message cannot be shown there at all.
test('a plain word is a finished message before the page asks for it', () => {
  const table = i18n.global.getLocaleMessage('zh-CN') as Record<string, unknown>
  expect(Object.entries(table).filter(([, word]) => typeof word === 'string')).toEqual([])
  expect(t('kit.save')).toBe('保存')
})
