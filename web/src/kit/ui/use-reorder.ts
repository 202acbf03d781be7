import { ref } from 'vue'

/** Dragging a row of a list by its handle, with mouse, pen or finger. The list changes while it is dragged. */
export function useReorder(move: (id: string, to: number) => void) {
  const held = ref<string>()

  function start(event: PointerEvent, id: string) {
    const handle = event.currentTarget as HTMLElement
    const list = handle.closest('[data-reorder]')
    if (!list || event.button !== 0) return
    event.preventDefault()
    held.value = id
    const drag = ({ clientY }: PointerEvent) => {
      const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
      const to = rows.filter(row => row.dataset.row !== id && middle(row) < clientY).length
      if (rows[to]?.dataset.row !== id) move(id, to)
    }
    const end = () => {
      held.value = undefined
      for (const [type, listen] of listeners) removeEventListener(type, listen as EventListener)
    }
    // On the window: a row that moves in the list loses the pointer it had captured.
    const listeners = [
      ['pointermove', drag],
      ['pointerup', end],
      ['pointercancel', end],
    ] as const
    for (const [type, listen] of listeners) addEventListener(type, listen as EventListener)
  }
  return { held, start }
}

const middle = (row: HTMLElement) => {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}
