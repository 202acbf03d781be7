import { shallowRef } from 'vue'
import { problemText } from '@/kit/text/problem-text'

export type Notice = { id: number; text: string; tone: 'done' | 'failed'; undo?: () => void }

/** What the toast shows now; one at a time, the newest. */
export const notice = shallowRef<Notice>()
let count = 0
let timer: ReturnType<typeof setTimeout> | undefined

function show(next: Omit<Notice, 'id'>, ms: number) {
  notice.value = { ...next, id: ++count }
  clearTimeout(timer)
  timer = setTimeout(dismiss, ms)
}

export const dismiss = () => {
  notice.value = undefined
}
/** "已签到" — with `undo`, there is a way back for 6 seconds. */
export const tell = (text: string, undo?: () => void) => show({ text, tone: 'done', undo }, undo ? 6000 : 3000)
/** Says that something needs a look, in a sentence of the page's own. */
export const tellTrouble = (text: string) => show({ text, tone: 'failed' }, 7000)
/** Says in one sentence why something did not work. */
export const tellFailure = (failure: unknown) => show({ text: problemText(failure), tone: 'failed' }, 5000)

export type Question = { title: string; text?: string; yes: string; no?: string; answer: (yes: boolean) => void }
/** The question on screen, if there is one. */
export const question = shallowRef<Question>()

/** `if (await confirm({ title, text, yes: t('…') })) …` */
export function confirm(ask: Omit<Question, 'answer'>): Promise<boolean> {
  return new Promise(done => {
    question.value?.answer(false)
    question.value = {
      ...ask,
      answer: yes => {
        question.value = undefined
        done(yes)
      },
    }
  })
}
