import { ref, watch } from 'vue'
import { useMe } from '@/kit/api'

/** What is being written, kept in this browser until it is sent: a reload loses nothing. */
export function useDraft(name: string) {
  const key = `vesper.draft.${useMe().value.id}.${name}`
  const text = ref(localStorage.getItem(key) ?? '')
  watch(text, now => (now ? localStorage.setItem(key, now) : localStorage.removeItem(key)))
  return text
}
