import type { Journal, Named, NewJournal } from './wire'

/** Her part of a day as it stands on this phone. `sent`: what was last handed to the outbox. */
export type Said = { win: string; block: string; customer: Named | null; support: string; templateId: string | null; answers: Record<string, string> }
export type Draft = Said & { id: string; basedOn: number; touched: boolean; sent: Said | null }

export const empty = (id: string): Draft => ({
  id,
  basedOn: 0,
  touched: false,
  sent: null,
  win: '',
  block: '',
  customer: null,
  support: '',
  templateId: null,
  answers: {},
})

export const longest = 300

export function fromJournal(journal: Journal): Draft {
  return {
    ...empty(journal.id),
    basedOn: Number(journal.version),
    win: journal.win,
    block: journal.block,
    customer: journal.blockCustomerId ? { id: journal.blockCustomerId, name: journal.blockCustomerName } : null,
    support: journal.support,
    answers: Object.fromEntries(journal.extra.map(field => [field.id, field.value])),
  }
}

const given = (answers: Record<string, string>) =>
  Object.entries(answers)
    .map(([id, value]) => [id, value.trim()] as const)
    .filter(([, value]) => value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
const plain = (said: Said) =>
  JSON.stringify([said.win.trim(), said.block.trim(), said.customer?.id ?? null, said.support.trim(), given(said.answers)])

/** Whether the journal says what was written here. */
export const says = (journal: Journal, said: Said) => plain(fromJournal(journal)) === plain(said)

/**
 * The draft after a look at what the server holds. What was not touched here follows the server; what the server took from here is ours to go on with;
 * anything else stays as it was typed.
 */
export function settle(draft: Draft, journal: Journal | null | undefined): Draft {
  if (!journal) return draft
  if (!draft.touched || says(journal, draft)) return { ...fromJournal(journal), templateId: draft.templateId }
  if (draft.sent && says(journal, draft.sent)) return { ...draft, id: journal.id, basedOn: Number(journal.version) }
  return draft
}

/** Two phones wrote about one day: both texts, one behind the other. */
export function join(draft: Draft, journal: Journal): Draft {
  const both = (theirs: string, mine: string) => [...new Set([theirs.trim(), mine.trim()].filter(Boolean))].join('；')
  const known = fromJournal(journal)
  return {
    ...draft,
    id: journal.id,
    basedOn: known.basedOn,
    touched: true,
    win: both(known.win, draft.win),
    block: both(known.block, draft.block),
    customer: draft.customer ?? known.customer,
    support: both(known.support, draft.support),
    answers: { ...known.answers, ...draft.answers },
  }
}

export const toBody = (draft: Draft, day: string): NewJournal => ({
  day,
  win: draft.win.trim(),
  block: draft.block.trim(),
  blockCustomerId: draft.block.trim() ? (draft.customer?.id ?? null) : null,
  support: draft.support.trim(),
  templateId: draft.templateId,
  answers: given(draft.answers).map(([fieldId, value]) => ({ fieldId, value })),
  basedOn: draft.basedOn,
})

export const said = ({ win, block, customer, support, templateId, answers }: Said): Said => ({
  win,
  block,
  customer: block.trim() ? customer : null,
  support,
  templateId,
  answers,
})

const prefix = 'vesper.journal.'

/** What was typed and is not with the server yet; kept at once, since a phone may kill the page with the next breath. */
export function keepDraft(member: string, day: string, draft: Draft): void {
  try {
    if (draft.touched) localStorage.setItem(`${prefix}${member}.${day}`, JSON.stringify(draft))
    else localStorage.removeItem(`${prefix}${member}.${day}`)
  } catch {
    // A full store: the words still stand on the screen.
  }
}

export function keptDraft(member: string, day: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(`${prefix}${member}.${day}`) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
