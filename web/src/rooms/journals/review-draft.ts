import type { components } from '@/kit/api'

type Schemas = components['schemas']
export type Dimension = NonNullable<Schemas['ReviewDimension']>
export type NewReview = Schemas['NewReview']
export type ReviewFacts = Schemas['ReviewFacts']
export type ReviewView = Schemas['ReviewView']
export type ReviewRow = Schemas['ReviewRow']
export type Point = { goal: string; actual: string; cause: string; next: string }
export type Promise_ = { id: string; memberId: string; text: string; dueOn: string }
export type Subject = { customerId: string; dealId?: string; visitId?: string }

/** A review as it stands on this phone. `sent`: handed to the outbox; when nothing waits there any more, the server has it. */
export type ReviewDraft = { id: string; points: Partial<Record<Dimension, Point>>; promises: Promise_[]; sent: boolean }

/** 找人 · 需求 · 方案 · 价格 · 时机, and what is asked along each. Nobody is asked who was wrong. */
export const dimensions: Dimension[] = ['people', 'need', 'proposal', 'price', 'timing']
export const questions = ['goal', 'actual', 'cause', 'next'] as const

const prefix = 'vesper.review.'
const key = (member: string, subject: Subject) => `${prefix}${member}.${subject.dealId ?? subject.visitId}`

/** With each letter: a phone may kill the page with the next breath. */
export function keepReview(member: string, subject: Subject, draft: ReviewDraft | undefined): void {
  try {
    if (draft) localStorage.setItem(key(member, subject), JSON.stringify(draft))
    else localStorage.removeItem(key(member, subject))
  } catch {
    // A full store: the words still stand on the screen.
  }
}

export function keptReview(member: string, subject: Subject): ReviewDraft | undefined {
  try {
    return JSON.parse(localStorage.getItem(key(member, subject)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

const said = (point?: Point) => point !== undefined && questions.some(question => point[question].trim())

/** Something along one dimension, and one promise with a day. */
export const isReady = (draft: ReviewDraft) =>
  dimensions.some(dimension => said(draft.points[dimension])) &&
  draft.promises.some(promise => promise.text.trim() && promise.dueOn && promise.memberId)

export const toReview = (draft: ReviewDraft, subject: Subject, as: 'team' | 'oneToOne'): NewReview => ({
  customerId: subject.customerId,
  dealId: subject.dealId ?? null,
  visitId: subject.visitId ?? null,
  with: as,
  points: dimensions.flatMap(dimension => {
    const point = draft.points[dimension]
    return point && said(point)
      ? [{ dimension, goal: point.goal.trim(), actual: point.actual.trim(), cause: point.cause.trim(), next: point.next.trim() }]
      : []
  }),
  promises: draft.promises.filter(promise => promise.text.trim()).map(promise => ({ ...promise, text: promise.text.trim() })),
})
