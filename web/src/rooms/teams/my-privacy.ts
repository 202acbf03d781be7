import { useMutation, useQuery } from '@tanstack/vue-query'
import { useRoute } from 'vue-router'
import { api, ask, invalidate, queries, refreshMe } from '@/kit/api'
import type { components } from '@/kit/api/schema'
import { t } from '@/kit/text'
import { tell, tellFailure } from '@/kit/ui/notices'

export type Consent = components['schemas']['LocationConsentView']
export type DataKind = components['schemas']['DataKindView']

const consentKey = ['me', 'location-consent']
const locationKey = ['me', 'location']

export const useConsent = () => useQuery({ queryKey: consentKey, queryFn: () => ask(api.GET('/api/me/location-consent')) })
export const useMyLocation = () => useQuery({ queryKey: locationKey, queryFn: () => ask(api.GET('/api/me/location')) })
export const useMyData = () => useQuery({ queryKey: ['me', 'data'], queryFn: () => ask(api.GET('/api/me/data')) })

/** Yes or no to position: one tap either way, and nothing else changes with it. */
export const useWord = () =>
  useMutation({
    mutationFn: (word: { given: boolean; textVersion?: number }) => ask(api.PUT('/api/me/location-consent', { body: word })),
    onSuccess: consent => {
      queries.setQueryData(consentKey, consent)
      void refreshMe().catch(() => {})
      tell(t(consent.given ? 'teams.locationOn' : 'teams.locationOff'))
    },
    onError: failure => {
      tellFailure(failure)
      void invalidate(...consentKey)
    },
  })

export const useForget = () =>
  useMutation({
    mutationFn: () => ask(api.DELETE('/api/me/location/points')),
    onSuccess: ({ count }) => {
      void invalidate(...locationKey)
      void invalidate('me', 'data')
      tell(t('teams.forgotten', count))
    },
    onError: tellFailure,
  })

/** The same pages stand in both shells. */
export function useMyPaths() {
  const at = useRoute().path.startsWith('/desk') ? '/desk' : ''
  return { me: `${at}/me`, location: `${at}/me/location`, data: `${at}/me/data`, erase: `${at}/me/deletion` }
}
