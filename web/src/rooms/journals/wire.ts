import type { components } from '@/kit/api'

type Schemas = components['schemas']
export type DayView = Schemas['JournalDayView']
export type Journal = Schemas['JournalView']
export type Line = Schemas['JournalLine']
export type Row = Schemas['JournalRow']
export type Queue = Schemas['JournalQueueView']
export type Template = Schemas['TemplateView']
export type TemplateField = Schemas['TemplateField']
export type FieldKind = Schemas['FieldKind']
export type NewJournal = Schemas['NewJournal']
export type Proposal = Schemas['ArchiveProposalView']
export type Planned = Schemas['PlannedVisitView']
export type Named = { id: string; name: string }
