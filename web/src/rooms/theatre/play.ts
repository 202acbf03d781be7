import { onScopeDispose, ref } from 'vue'
import { loadMe, refreshMe, signIn } from '@/kit/api'
import { put } from '@/kit/api/client'
import { reopenLive } from '@/kit/live'

type Play = { id: string; eveningId: string; beats: number }
type Beat = { done: boolean; caption: string; captionEn: string; delayMs: number }
export type Caption = { zh: string; en: string }

const post = <T>(path: string, body: unknown = {}) => put(path, body, 'POST') as Promise<T>

/** An evening that plays itself, beat by beat; each beat really happens on the server, so that stage and phone show the truth. */
export function usePlay() {
  const play = ref<Play>()
  const beat = ref(0)
  const caption = ref<Caption>()
  const playing = ref(false)
  const finished = ref(false)
  const failure = ref<unknown>()
  /** Two means half the waiting. */
  const speed = ref(1)
  let timer: ReturnType<typeof setTimeout> | undefined
  let stepping = false

  /** A fresh evening, seen as 小林 unless somebody is signed in already. */
  async function begin() {
    try {
      if (!(await loadMe())) {
        const demo = (await put('/api/demo', undefined, 'GET')) as { password: string }
        await signIn('rep', demo.password)
      }
      failure.value = undefined
      const started = await post<Play>('/api/demo/plays')
      // The evening has people of its own; from here on the watcher is its 小林, in the phone beside the stage too.
      await refreshMe()
      reopenLive()
      play.value = started
      beat.value = 0
      finished.value = false
      caption.value = undefined
    } catch (problem) {
      failure.value = problem
    }
  }

  /** One beat. While it is on its way a second tap changes nothing. */
  async function step() {
    if (!play.value || stepping || finished.value) return
    stepping = true
    clearTimeout(timer)
    try {
      const now = await post<Beat>(`/api/demo/plays/${play.value.id}/beats/${beat.value + 1}`)
      beat.value++
      caption.value = { zh: now.caption, en: now.captionEn }
      finished.value = now.done
      if (now.done) playing.value = false
      else if (playing.value) timer = setTimeout(step, now.delayMs / speed.value)
    } catch (problem) {
      failure.value = problem
      playing.value = false
    } finally {
      stepping = false
    }
  }

  function toggle() {
    playing.value = !playing.value
    clearTimeout(timer)
    if (playing.value) void step()
  }

  onScopeDispose(() => clearTimeout(timer))
  return { play, beat, caption, playing, finished, failure, speed, begin, step, toggle }
}
