import { computed } from 'vue'
import type { components } from '@/kit/api'
import { enqueue, goOnWithout, newId, type Outgoing, useOutbox } from '@/kit/outbox'
import { t } from '@/kit/text'

type Schemas = components['schemas']
export type NewCustomer = Schemas['NewCustomer']
export type Company = Schemas['KnownCompany']
export type Met = { name: string; phone: string }

/** Kept on the phone first, and behind it whom she met there. Said again with the same id it takes the place of what was refused. */
export async function keepCustomer(body: NewCustomer, met: Met, again?: Outgoing): Promise<string> {
  const id = again ? idOf(again) : newId()
  const key = again?.key ?? `customer ${id}`
  await enqueue({
    method: 'PUT',
    path: `/api/customers/${id}`,
    body,
    label: `${t('customers.new')} · ${body.name}`,
    key,
    change: `/customers/new?again=${id}`,
  })
  if (met.name || met.phone)
    await enqueue({
      method: 'PUT',
      path: `/api/customers/${id}/contacts/${newId()}`,
      body: { name: met.name || t('customers.contact'), role: 'influencer', phone: met.phone || null, source: t('app.checkIn') },
      label: `${t('customers.contact')} · ${met.name || met.phone}`,
      key,
    })
  return id
}

const idOf = (item: Outgoing) => item.path.slice('/api/customers/'.length)

/** A new customer that the server did not take, and whether a visit waits for it. */
export function useRefused(id: string | undefined) {
  const { items } = useOutbox()
  const item = computed(() => items.value.find(one => id && one.path === `/api/customers/${id}`) as Outgoing | undefined)
  const visited = computed(() => items.value.some(one => isVisitAt(one as Outgoing, id)))
  return { item, visited }
}
const isVisitAt = (item: Outgoing, customer?: string) =>
  item.path.startsWith('/api/check-ins/') && (item.body as { customerId?: string })?.customerId === customer

/**
 * It is a colleague's: the visit stands at that company all the same. Whom she met there, what was signed and what was said on the phone are for her own words, as the
 * archive is not hers to write in; without an outcome to say it in, they stay and can be decided about by themselves. Her plans for it go: it is not hers to plan.
 */
export function keepVisit(item: Outgoing, company: Company): Promise<void> {
  const made = idOf(item)
  const waiting = useOutbox().items.value as readonly Outgoing[]
  const met = waiting.filter(one => one.path.startsWith(`/api/customers/${made}/contacts/`))
  const idIn = (contact: Outgoing) => contact.path.split('/').at(-1)!
  const said = (outcome: Outgoing) => met.find(one => (outcome.body as { contactId?: string })?.contactId === idIn(one))
  const moved = new Set(waiting.filter(one => one.path.endsWith('/outcome')).flatMap(one => said(one)?.id ?? []))
  const visits = waiting.filter(one => isVisitAt(one, made)).map(one => `/api/visits/${one.path.split('/').at(-1)}/outcome`)
  const last = waiting.findLast(one => visits.includes(one.path))
  const told = waiting.filter(one => isOf(one, made) && /^\/api\/(deals|calls)\//.test(one.path))
  return goOnWithout(item.id, other => {
    if (moved.has(other.id) || (isOf(other, made) && /^\/api\/(planned-visits|proposals)\//.test(other.path))) return undefined
    if (last && told.some(one => one.id === other.id)) return undefined
    if (isVisitAt(other, made)) return { ...other, body: { ...(other.body as object), company } }
    const person = other.path.endsWith('/outcome') ? said(other) : undefined
    const more = other.id === last?.id ? told.map(inWords) : []
    if (!person && !more.length) return other
    const { name, phone } = (person?.body ?? {}) as { name?: string; phone?: string | null }
    const { note } = other.body as { note?: string | null }
    return {
      ...other,
      body: {
        ...(other.body as object),
        ...(person && { contactId: null }),
        note: [note, name, phone, ...more].filter(Boolean).join(' · ').slice(0, 1000),
      },
    }
  })
}

const isOf = (item: Outgoing, customer: string) =>
  (item.body as { customerId?: string } | undefined)?.customerId === customer || item.path.includes(`/api/proposals/${customer}/`)

/** A deal or a call as a line of a note. */
function inWords(item: Outgoing): string {
  const { name, amountFen, note, nextStep } = item.body as { name?: string; amountFen?: number; note?: string; nextStep?: string }
  return [item.label.split(' · ')[0], name, amountFen && `¥${amountFen / 100}`, note, nextStep].filter(Boolean).join(' ')
}
