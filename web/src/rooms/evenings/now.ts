import type { useEveningActions } from './evening'
import type { Evening, Item } from './wire'

export type Actions = ReturnType<typeof useEveningActions>

/** What every part of the room is given: the evening, the item that runs, and what one may do. */
export type Now = { evening: Evening; item: Item; actions: Actions }
