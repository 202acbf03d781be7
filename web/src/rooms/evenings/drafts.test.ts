import { beforeEach, expect, test, vi } from 'vitest'
import { useDraft } from './drafts'

const empty = () => ({ text: '', kpMet: false })
beforeEach(() => localStorage.clear())

test('what was typed is there after a reload', () => {
  useDraft('advice 1', empty).draft.value.text = '带一份出口数据'
  expect(useDraft('advice 1', empty).draft.value).toEqual({ text: '带一份出口数据', kpMet: false })
  expect(useDraft('advice 2', empty).draft.value.text).toBe('')
})

test('what was sent is forgotten, and leaves nothing behind', () => {
  const { draft, forget } = useDraft('advice 1', empty)
  draft.value.text = '先约财务总监'
  forget()
  expect(draft.value.text).toBe('')
  expect(localStorage.length).toBe(0)
})

test('a draft of an older form gets the new fields', () => {
  localStorage.setItem('vesper.draft.advice 1', '{"text":"x"}')
  expect(useDraft('advice 1', empty).draft.value).toEqual({ text: 'x', kpMet: false })
})

test('broken or forbidden storage does not stop the writing', () => {
  localStorage.setItem('vesper.draft.advice 1', '{')
  const { draft } = useDraft('advice 1', empty)
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  draft.value.text = 'still here'
  expect(draft.value.text).toBe('still here')
  full.mockRestore()
})
