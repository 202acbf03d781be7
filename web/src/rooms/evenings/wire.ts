import type { components } from '@/kit/api'

type Schemas = components['schemas']

/** What the server's document says of an evening, under the room's own names. */
export type Act = Schemas['Act']
export type Kind = Schemas['AgendaKind']
export type Stage = Schemas['Stage']
export type Takeaway = NonNullable<Schemas['Takeaway']>
export type CommitmentState = Schemas['CommitmentState']
export type ItemState = Schemas['ItemState']

export type Evening = Schemas['EveningView']
export type Item = Schemas['ItemView']
export type LeftOut = Schemas['LeftOutView']
export type Member = Schemas['AttendeeView']
export type Relief = Schemas['ReliefView']
export type Case = Schemas['CaseView']
export type Advice = Schemas['AdviceView']
export type Story = Schemas['StoryView']
export type Commitment = Schemas['CommitmentView']
export type EveningRow = Schemas['EveningLine']
export type Minutes = Schemas['MinutesView']

/** A text in both languages; the screen picks. */
export type Told = { title: string; titleEn: string; reason: string; reasonEn: string }

/** One line of a plan the host sends: an item that stands, or a new one. */
export type PlanLine = Partial<Schemas['AgendaWish']> & { minutes: number }
