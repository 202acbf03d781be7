import { onScopeDispose } from 'vue'

/** Listens for as long as the component lives. */
export function useEventListener(target: EventTarget, type: string, handler: (event: Event) => void) {
  target.addEventListener(type, handler)
  onScopeDispose(() => target.removeEventListener(type, handler))
}
