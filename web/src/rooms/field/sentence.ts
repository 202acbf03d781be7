import { t } from '@/kit/text'
import { day } from '@/kit/time'
import type { FeedItem } from './wire'

/** Which sentence tells this line. */
export function sentenceOf(item: FeedItem): string {
  if (item.kind === 'win') return 'win'
  if (item.kind === 'grade') return 'grade'
  if (item.kind === 'mission') return item.nextStep ? 'missionStart' : 'missionEnd'
  if (item.kind === 'journal' || item.kind === 'review') return item.kind
  if (item.kind === 'call') return 'call'
  if (!item.outcome) return 'here'
  if (item.outcome === 'rejected' || item.outcome === 'won') return item.outcome
  if (item.kpMet) return item.kpMinutes ? 'metFor' : 'met'
  return item.outcome
}

export const nextStep = (item: FeedItem) =>
  item.kind !== 'mission' && (item.nextStep || item.nextOn)
    ? t('field.nextStep', { step: [item.nextOn && day(item.nextOn), item.nextStep].filter(Boolean).join(' ') })
    : ''
