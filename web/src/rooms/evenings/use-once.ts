import { computed, type MaybeRefOrGetter, ref, toValue } from 'vue'

const marks = ref(new Set<string>())
const prefix = 'vesper.once.'

/** Something this phone does once, also across a reload. The server counts once in any case; this is for the button. */
export function useOnce(name: MaybeRefOrGetter<string>) {
  const done = computed(() => marks.value.has(toValue(name)) || sessionStorage.getItem(prefix + toValue(name)) !== null)
  const mark = () => {
    sessionStorage.setItem(prefix + toValue(name), '1')
    marks.value = new Set(marks.value).add(toValue(name))
  }
  return { done, mark }
}
