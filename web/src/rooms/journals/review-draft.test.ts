import { beforeEach, expect, test } from 'vitest'
import { isReady, keepReview, keptReview, type ReviewDraft, toReview } from './review-draft'

const point = (next: string) => ({ goal: '', actual: '', cause: '', next })
const promise = { id: 'p', memberId: 'lin', text: ' 约助理 ', dueOn: '2026-11-25' }
const draft = (points: ReviewDraft['points'], promises = [promise]): ReviewDraft => ({ id: 'r', points, promises, sent: false })
const subject = { customerId: 'c', visitId: 'v' }

beforeEach(() => localStorage.clear())

test('a review needs a word along one dimension and one promise', () => {
  expect(isReady(draft({ people: point('先约助理') }))).toBe(true)
  expect(isReady(draft({ people: point('  ') }))).toBe(false)
  expect(isReady(draft({ people: point('先约助理') }, []))).toBe(false)
})

test('only what was said is sent, in the order of the dimensions', () => {
  const sent = toReview(draft({ price: point('先问预算'), people: point('先约助理'), need: point('') }), subject, 'team')
  expect(sent.points.map(one => one.dimension)).toEqual(['people', 'price'])
  expect(sent.promises[0]!.text).toBe('约助理')
  expect([sent.visitId, sent.dealId]).toEqual(['v', null])
})

test('what was typed survives a reload, per member and subject', () => {
  keepReview('lin', subject, draft({ people: point('先约助理') }))
  expect(keptReview('lin', subject)?.points.people?.next).toBe('先约助理')
  expect(keptReview('zhe', subject)).toBeUndefined()
  keepReview('lin', subject, undefined)
  expect(keptReview('lin', subject)).toBeUndefined()
})
