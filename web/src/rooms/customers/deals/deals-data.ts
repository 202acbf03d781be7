import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'
import { newId } from '@/kit/outbox'

type Schemas = components['schemas']
export type Paper = Schemas['DealPaper']
export type Offer = Schemas['OfferView']
export type Product = Schemas['ProductView']
export type NewLine = Schemas['NewOfferLine']

export const useDeal = (id: MaybeRefOrGetter<string>) =>
  useQuery({ queryKey: computed(() => ['deals', toValue(id)]), queryFn: () => ask(api.GET('/api/deals/{id}', at(toValue(id)))) })

export const useProducts = () => useQuery({ queryKey: ['products'], queryFn: () => ask(api.GET('/api/products')) })

export function useDealsLive(): void {
  useLive(['deal.'], () => void done())
  useLive(['products.'], () => void invalidate('products'))
}

const at = (id: string) => ({ params: { path: { id } } })
const done = () => Promise.all([invalidate('deals'), invalidate('customers')])

export async function openDeal(customer: string, name: string, amountFen: number): Promise<string> {
  const dealId = newId()
  await ask(api.PUT('/api/customers/{id}/deals/{dealId}', { params: { path: { id: customer, dealId } }, body: { name, amountFen } })).finally(done)
  return dealId
}
export const makeOffer = (id: string, offerId: string, body: Schemas['NewOffer']) =>
  ask(api.PUT('/api/deals/{id}/offers/{offerId}', { params: { path: { id, offerId } }, body })).finally(done)
export const noteShowing = (id: string, offerId: string, showingId = newId()) =>
  ask(
    api.PUT('/api/deals/{id}/showings/{showingId}', { params: { path: { id, showingId } }, body: { offerId, at: new Date().toISOString() } }),
  ).finally(done)
export const sign = (id: string, body: Schemas['NewSignature']) => ask(api.PUT('/api/deals/{id}/signature', { ...at(id), body })).finally(done)
export const lose = (id: string, reason: string) => ask(api.PUT('/api/deals/{id}/loss', { ...at(id), body: { reason } })).finally(done)
export const pay = (id: string, paymentId: string, body: Schemas['NewPayment']) =>
  ask(api.PUT('/api/deals/{id}/payments/{paymentId}', { params: { path: { id, paymentId } }, body })).finally(done)
export const keepProduct = (id: string, body: Schemas['NewProduct']) =>
  ask(api.PUT('/api/products/{id}', { ...at(id), body })).finally(() => invalidate('products'))

/** 「1,092.5」 in yuan → fen; undefined: no sum. */
export function fenOf(text: string): number | undefined {
  const plain = text.replace(/[,，\s¥￥]/g, '')
  return /^\d{1,11}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}
/** As it is typed. */
export const yuanOf = (fen: number | string) => String(Number(fen) / 100)

/** To the fen, half a fen up, as the server counts. */
export const lineFen = (line: { quantity: number; priceFen: number; discountPercent: number }) =>
  Math.floor((line.quantity * line.priceFen * (100 - line.discountPercent) + 50) / 100)
