import type { Component } from 'vue'
import type { IconName } from '@/kit/ui/icons'
import CallWords from './line-call.vue'
import DealWords from './line-deal.vue'
import GradeWords from './line-grade.vue'
import JournalWords from './line-journal.vue'
import MoveWords from './line-move.vue'
import ReviewWords from './line-review.vue'
import VisitWords from './line-visit.vue'
import type { Kind } from './timeline-data'

/** How each kind of line looks: its sign and what stands in it (props `line` and `customer`, the id). A new kind of the server is one entry here and its words under `customers.archive.kind`. */
export const lines: Record<Kind, { icon: IconName; words: Component }> = {
  visit: { icon: 'check-in', words: VisitWords },
  call: { icon: 'phone', words: CallWords },
  journal: { icon: 'edit', words: JournalWords },
  review: { icon: 'seed', words: ReviewWords },
  deal: { icon: 'flag', words: DealWords },
  grade: { icon: 'chart', words: GradeWords },
  move: { icon: 'refresh', words: MoveWords },
}
