import type { components } from '@/kit/api'

type Schemas = components['schemas']
export type Today = Schemas['TodayView']
export type Visit = Schemas['VisitView']
export type Planned = Schemas['PlannedVisitView']
export type FeedItem = Schemas['FeedItemView']
export type Reactions = Schemas['ReactionsView']
export type ReactionKind = Schemas['ReactionKind']
export type FeedComment = Schemas['CommentView']
export type HelpClock = Schemas['ClockView']
export type Outcome = Schemas['VisitOutcome']
export type NewOutcome = Schemas['NewOutcome']
export type NewCheckIn = Schemas['NewCheckIn']
export type NewCustomer = Schemas['NewCustomer']
export type Terms = Schemas['CheckInTermsView']
export type WordRequest = Schemas['WordView']
export type UnmetReason = Schemas['UnmetReason']
export type Row = Schemas['CustomerRow']
export type Place = { latitude: number; longitude: number }

/** A commitment as the evening keeps it; only what this page shows. */
export type Promised = {
  id: string
  origin: 'advice' | 'story' | 'duty' | 'own' | 'journal' | 'review'
  customerName: string
  text: string
  dueOn: string
  state: 'open' | 'done' | 'notYet' | 'changed'
  due: boolean
}
/** Tonight's evening; only what this page shows. */
export type Tonight = { id: string; state: 'planned' | 'open' | 'closed'; items: { kind: string; memberId: string | null }[] }
export type CallOutcome = Schemas['CallOutcome']
export type NewCall = Schemas['NewCall']
export type Call = Schemas['CallView']
export type NewAppointment = Schemas['NewAppointment']
export type Proposals = Schemas['ProposalsView']
export type Proposal = Schemas['ProposalView']
export type CustomerDetail = Schemas['CustomerView']
