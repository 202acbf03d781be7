import type { Component } from 'vue'
import CustomerDeals from '../deals/customer-deals.vue'
import CustomerFacts from './customer-facts.vue'
import CustomerPeople from './customer-people.vue'
import CustomerTimeline from './customer-timeline.vue'

/** The tabs of a customer's page, in their order; each gets the prop `customer`. The word is `customers.archive.tab.<name>`. */
export const tabs: Record<'timeline' | 'people' | 'facts' | 'deals', Component> = {
  timeline: CustomerTimeline,
  people: CustomerPeople,
  facts: CustomerFacts,
  deals: CustomerDeals,
}
export type Tab = keyof typeof tabs
export const tabOf = (word: unknown): Tab => (typeof word === 'string' && word in tabs ? (word as Tab) : 'timeline')
