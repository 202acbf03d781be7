import type { Component } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { useMe } from '@/kit/api'
import type { IconName } from '@/kit/ui/icons'
import type { Customer } from '../customers-data'

type Me = ReturnType<typeof useMe>['value']

/**
 * What the ⋯ of a customer's page offers. `to` leads to a page; `sheet` opens a part with the prop `customer` that tells `done` when it is closed.
 * `word` is a key of this room's words. A new one: a line here, nothing in the page.
 */
export type Action = {
  word: string
  icon: IconName
  shown?: (customer: Customer, me: Me) => boolean
} & ({ to: (customer: Customer) => RouteLocationRaw; sheet?: undefined } | { sheet: () => Promise<{ default: Component }>; to?: undefined })

export const leads = (me: Me) => ['supervisor', 'manager'].includes(me.role)
export const sells = (me: Me) => ['rep', 'lead', 'supervisor', 'manager'].includes(me.role)

export const actions: Action[] = [
  {
    word: 'customers.archive.newReview',
    icon: 'seed',
    shown: (one, me) => sells(me) && one.deals.some(deal => deal.state !== 'open'),
    to: one => `/reviews/new?customer=${one.id}&deal=${one.deals.find(deal => deal.state !== 'open')?.id}`,
  },
  { word: 'customers.board.menu', icon: 'forward', shown: (_, me) => sells(me), sheet: () => import('../board/stage-sheet.vue') },
]
