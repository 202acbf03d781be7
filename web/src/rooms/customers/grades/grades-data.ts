import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'

type Schemas = components['schemas']
export type GradeWords = Schemas['GradeWordsView']
type Said = 'a' | 'b' | 'c' | 'd'
type Step = Schemas['GradeStepView']

export const useGradeWords = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['customers', toValue(id), 'grade-words']),
    queryFn: () => ask(api.GET('/api/customers/{id}/grade-words', { params: { path: { id: toValue(id) } } })),
  })

const done = () => invalidate('customers')
export const sayGrade = (id: string, wordId: string, grade: Said, reason: string, over: string | undefined) =>
  ask(api.PUT('/api/customers/{id}/grade-words/{wordId}', { params: { path: { id, wordId } }, body: { grade, reason, over: over ?? null } })).finally(
    done,
  )
export const takeBack = (id: string, wordId: string) =>
  ask(api.DELETE('/api/customers/{id}/grade-words/{wordId}', { params: { path: { id, wordId } } })).finally(done)

const rows = ['a', 'b', 'c', 'd', 'e']
/** The steps (newest first) as one line through a box of 100 × 40: time to the right, A on top. */
export function stairs(
  steps: readonly Pick<Step, 'from' | 'to' | 'day'>[],
  today: string,
): { path: string; dots: { x: number; y: number; step: number }[] } {
  if (!steps.length) return { path: '', dots: [] }
  const oldest = [...steps].reverse()
  const [from, until] = [Date.parse(oldest[0]!.day), Date.parse(today)]
  const span = Math.max(1, until - from)
  const x = (day: string) => 10 + Math.round(((Date.parse(day) - from) / span) * 800) / 10
  const y = (grade: string) => 4 + rows.indexOf(grade) * 8
  const dots = oldest.map((step, n) => ({ x: x(step.day), y: y(step.to), step: steps.length - 1 - n }))
  return { path: `M0 ${y(oldest[0]!.from)}${dots.map(dot => `H${dot.x}V${dot.y}`).join('')}H100`, dots }
}
