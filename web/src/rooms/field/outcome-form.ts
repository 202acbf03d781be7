import { reactive } from 'vue'
import { fen } from './doing'
import type { NewOutcome, Outcome, UnmetReason, Visit } from './wire'

export const unmetReasons = ['absent', 'busy', 'notLetIn', 'notKnown'] as const

export const minuteChoices = [5, 15, 30, 60] as const
/** Days until the customer decides, as taps; each lies inside one line of the grade's rule. */
export const decisionChoices = [14, 30, 90, 180] as const
export const stepChoices = [1, 3, 7, 14] as const

export const plusDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The taps of an outcome, as the form holds them. */
export function newForm() {
  return reactive({
    outcome: undefined as Outcome | undefined,
    kpMet: undefined as boolean | undefined,
    kpMinutes: undefined as number | undefined,
    contactId: undefined as string | undefined,
    /** Somebody met for the first time: her name; undefined while nobody asks for the field. */
    newContact: undefined as string | undefined,
    unmetReason: undefined as UnmetReason | undefined,
    nextStep: '',
    nextOn: undefined as string | undefined,
    helpWanted: false,
    helpText: '',
    helpNow: false,
    note: '',
    need: false,
    needText: '',
    budget: false,
    budgetYuan: '',
    decidesOn: undefined as string | undefined,
    authority: false,
    dealName: '',
    dealYuan: '',
  })
}
export type Form = ReturnType<typeof newForm>

/** An outcome said before, to be said anew. */
export function fill(form: Form, visit: Visit): void {
  const fact = (kind: string) => visit.facts.find(said => said.kind === kind)
  Object.assign(form, {
    outcome: visit.outcome ?? undefined,
    kpMet: visit.kpMet ?? undefined,
    kpMinutes: visit.kpMinutes ?? undefined,
    contactId: visit.contactId ?? undefined,
    unmetReason: visit.unmetReason ?? undefined,
    nextStep: visit.nextStep,
    nextOn: visit.nextOn ?? undefined,
    helpWanted: visit.helpWanted,
    helpText: visit.helpText,
    note: visit.note,
    need: !!fact('need'),
    needText: fact('need')?.text ?? '',
    budget: !!fact('budget'),
    budgetYuan: fact('budget')?.amountFen ? String(Number(fact('budget')?.amountFen) / 100) : '',
    decidesOn: fact('time')?.date ?? undefined,
    authority: !!fact('authority'),
  })
}

/** What is sent. Only what was tapped. */
export function toOutcome(form: Form): NewOutcome {
  const facts: NonNullable<NewOutcome['facts']> = []
  if (form.need) facts.push({ kind: 'need', text: form.needText.trim() })
  if (form.budget) facts.push({ kind: 'budget', text: '', amountFen: fen(form.budgetYuan) || null })
  if (form.decidesOn) facts.push({ kind: 'time', text: '', date: form.decidesOn })
  if (form.authority) facts.push({ kind: 'authority', text: '' })
  return {
    outcome: form.outcome as Outcome,
    kpMet: form.kpMet === true,
    kpMinutes: form.kpMet ? (form.kpMinutes ?? null) : null,
    contactId: form.kpMet ? (form.contactId ?? null) : null,
    unmetReason: form.kpMet ? null : (form.unmetReason ?? null),
    nextStep: form.nextStep.trim(),
    nextOn: form.nextOn ?? null,
    helpWanted: form.helpWanted,
    helpText: form.helpWanted ? form.helpText.trim() : '',
    note: form.note.trim(),
    facts,
  }
}
