import type { Unit } from './members'

export type Node = Unit & { children: Node[] }

/** The units as a tree, brothers in their order; a unit whose parent I do not see is a top. */
export function toTree(units: Unit[]): Node[] {
  const nodes = new Map(units.map(unit => [unit.id, { ...unit, children: [] as Node[] }]))
  const tops: Node[] = []
  for (const node of nodes.values()) (node.parentId ? (nodes.get(node.parentId)?.children ?? tops) : tops).push(node)
  return tops
}

/** A unit and everything below it. */
export function below(units: Unit[], id: string): Set<string> {
  const found = new Set([id])
  let before: number
  do {
    before = found.size
    for (const unit of units) if (unit.parentId && found.has(unit.parentId)) found.add(unit.id)
  } while (found.size > before)
  return found
}

/** Members of a node with all below it. */
export const total = (node: Node): number => node.members + node.children.reduce((sum, child) => sum + total(child), 0)
