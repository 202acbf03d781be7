import { type Ref, ref, watch } from 'vue'

const prefix = 'vesper.draft.'

/** Something half written, kept in this browser until it is sent. `forget()` after sending. */
export function useDraft<T extends object>(name: string, empty: () => T): { draft: Ref<T>; forget: () => void } {
  const key = prefix + name
  const draft = ref(read(key, empty)) as Ref<T>
  // At once, not debounced: a phone may kill the page with the next breath.
  watch(draft, now => (same(now, empty()) ? localStorage.removeItem(key) : write(key, now)), { deep: true, flush: 'sync' })
  return { draft, forget: () => (draft.value = empty()) }
}

const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)

function read<T extends object>(key: string, empty: () => T): T {
  try {
    return { ...empty(), ...JSON.parse(localStorage.getItem(key) ?? '{}') }
  } catch {
    return empty()
  }
}

function write(key: string, value: object) {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Full or forbidden storage: the text still stands on the screen.
  }
}
