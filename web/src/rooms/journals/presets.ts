import { newId } from '@/kit/outbox'
import { t } from '@/kit/text'
import type { FieldKind, TemplateField } from './wire'

type Made = [word: string, kind: FieldKind, options?: string]
const sets = {
  develop: [
    ['leads', 'number'],
    ['refusal', 'choice', 'refusals'],
    ['kp', 'yesNo'],
  ],
  close: [
    ['quote', 'number'],
    ['missing', 'choice', 'missings'],
  ],
  newcomer: [
    ['learned', 'text'],
    ['asked', 'text'],
    ['ease', 'choice', 'eases'],
  ],
} satisfies Record<string, Made[]>

export type Preset = keyof typeof sets
export const presets = Object.keys(sets) as Preset[]

/** Questions to begin with, in the words of whoever edits; from then on they are the organisation's own. */
export const fieldsOf = (preset: Preset): TemplateField[] =>
  (sets[preset] as Made[]).map(([word, kind, options]) => ({
    id: newId(),
    label: t(`journals.preset.${word}`),
    kind,
    required: false,
    help: null,
    options: options ? t(`journals.preset.${options}`).split('\n') : [],
  }))
