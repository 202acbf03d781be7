import { computed, watch } from 'vue'
import { useOutbox } from '@/kit/outbox'
import { t } from '@/kit/text'
import { roomWords } from '../room-words'

/** How many wait, how many were refused, and the sentence of it. */
export function useWaiting() {
  const { items } = useOutbox()
  const count = computed(() => items.value.length)
  const refused = computed(() => items.value.filter(item => item.state === 'refused').length)
  const words = computed(() => (refused.value ? t('outbox.refusedCount', refused.value) : t('outbox.count', count.value)))
  watch(refused, now => now && void roomWords(), { immediate: true })
  return { count, refused, words }
}
