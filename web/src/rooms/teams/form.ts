import { ref } from 'vue'
import { Problem } from '@/kit/api'

/** A form on its way: what is busy, what went wrong and at which field. */
export function useForm() {
  const busy = ref(false)
  const failure = ref<unknown>()

  async function send(work: () => Promise<unknown>) {
    if (busy.value) return
    busy.value = true
    failure.value = undefined
    try {
      await work()
    } catch (problem) {
      failure.value = problem
    } finally {
      busy.value = false
    }
  }
  const wrong = (field: string) => (failure.value instanceof Problem ? failure.value.errors[field] : undefined)
  const code = () => (failure.value instanceof Problem ? failure.value.code : undefined)
  return { busy, failure, send, wrong, code }
}
