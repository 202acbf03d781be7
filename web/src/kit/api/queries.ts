import { QueryClient } from '@tanstack/vue-query'
import { passing } from './problem'

/**
 * Server state. Keys start with the noun: ['customers', id]. Refusals are never repeated; what did not arrive is, twice.
 * networkMode 'always': navigator.onLine lies in lifts and behind captive portals, the request itself knows.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      retry: (times, failure) => times < 2 && passing(failure),
      retryDelay: times => Math.min(1000 * 2 ** times, 8000),
      refetchOnWindowFocus: false, // the live stream says what changed
    },
    mutations: { networkMode: 'always', retry: (times, failure) => times < 1 && passing(failure) },
  },
})

/** Fetches these again where they are shown: `invalidate('feed')`, `invalidate('customers', id)`. */
export const invalidate = (...key: readonly unknown[]) => queries.invalidateQueries({ queryKey: key })
