import { onScopeDispose, type Ref, ref, watch } from 'vue'

/** A value once it has stood still for a while (ms): one search a word, not one a letter. */
export function useSettled<T>(source: Ref<T>, ms: number): Ref<T> {
  const settled = ref(source.value) as Ref<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, now => {
    clearTimeout(timer)
    timer = setTimeout(() => (settled.value = now), ms)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
