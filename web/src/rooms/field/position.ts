import { onScopeDispose, ref } from 'vue'

export type Fix = { latitude: number; longitude: number; accuracy: number }

/** Where the phone is, asked once when a page opens and only with consent. A check-in never waits long for it. */
export function usePosition(wanted: () => boolean) {
  const fix = ref<Fix>()
  const state = ref<'off' | 'asking' | 'found' | 'none'>('off')
  let told: (() => void)[] = []

  function settle(now: 'found' | 'none') {
    state.value = now
    for (const tell of told) tell()
    told = []
  }
  function look() {
    if (!wanted() || state.value === 'asking' || !navigator.geolocation) return
    state.value = 'asking'
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fix.value = { latitude: coords.latitude, longitude: coords.longitude, accuracy: Math.min(coords.accuracy, 100_000) }
        settle('found')
      },
      () => settle('none'),
      { enableHighAccuracy: true, timeout: 8000, maximumAge: 30_000 },
    )
  }
  onScopeDispose(() => settle('none'))

  /** The fix, or null after `ms` without one. */
  const within = async (ms: number): Promise<Fix | null> => {
    if (state.value === 'asking') await Promise.race([new Promise<void>(done => told.push(done)), new Promise(done => setTimeout(done, ms))])
    return fix.value ?? null
  }
  return { fix, state, look, within }
}
