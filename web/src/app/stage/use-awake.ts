import { onScopeDispose } from 'vue'
import { useEventListener } from './use-event-listener'

/** Keeps the screen on, where the browser allows it. It lets go whenever the page is hidden, so it is asked again. */
export function useAwake() {
  let lock: WakeLockSentinel | undefined
  const hold = async () => {
    if (document.visibilityState === 'visible') lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  useEventListener(document, 'visibilitychange', hold)
  onScopeDispose(() => void lock?.release())
  void hold()
}
