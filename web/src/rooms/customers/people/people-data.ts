import { api, ask, invalidate } from '@/kit/api'
import type { Contact } from '../customers-data'

const done = () => invalidate('customers')
const at = (id: string, contactId: string) => ({ params: { path: { id, contactId } } })

export const keepOrder = (id: string, ids: string[]) =>
  ask(api.PUT('/api/customers/{id}/contact-order', { params: { path: { id } }, body: { ids } })).finally(done)
export const leaveAlone = (id: string, contact: string, reason: string) =>
  ask(api.PUT('/api/customers/{id}/contacts/{contactId}/no-contact', { ...at(id, contact), body: { reason } })).finally(done)
export const mayContact = (id: string, contact: string) =>
  ask(api.DELETE('/api/customers/{id}/contacts/{contactId}/no-contact', at(id, contact))).finally(done)

/** The ids in their new order when one goes up among those of its role; undefined: it stands first there. */
export function above(contacts: readonly Pick<Contact, 'id' | 'role'>[], id: string): string[] | undefined {
  const n = contacts.findIndex(one => one.id === id)
  if (n < 1 || contacts[n - 1]!.role !== contacts[n]!.role) return undefined
  const ids = contacts.map(one => one.id)
  return [...ids.slice(0, n - 1), ids[n]!, ids[n - 1]!, ...ids.slice(n + 1)]
}
