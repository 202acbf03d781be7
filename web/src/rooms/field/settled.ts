import { onScopeDispose, type Ref, ref, watch } from 'vue'

/** A value once it has stood still for a while (ms): one search a word, not one a letter. */
export function useSettled(source: Ref<string>, ms = 200): Ref<string> {
  const settled = ref(source.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, now => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      settled.value = now.trim()
    }, ms)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
