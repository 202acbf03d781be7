import { Problem, Unreachable } from '@/kit/api/problem'
import { NoRoom } from '@/kit/outbox/no-room'
import { hasWord, t } from '.'

/** One sentence for a failure: the word of its code, else the server's own title, else that we do not know it. */
export function problemText(failure: unknown): string {
  if (failure instanceof NoRoom) return t('problem.noRoom')
  if (failure instanceof Unreachable) return t('problem.offline')
  if (!(failure instanceof Problem)) return t('problem.unknown')
  const word = `error.${failure.code}`
  return hasWord(word) ? t(word) : failure.title || t('problem.unknown')
}

/** The same for what a refused item of the outbox has kept of it. */
export const refusalText = (refusal?: { code: string; title: string }) => problemText(new Problem(0, refusal?.code ?? '', refusal?.title ?? ''))
