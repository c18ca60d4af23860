'use client'
import type { EntityKind } from '@/lib/schema'
import { useExplorer } from './explorer-context'

export const canBeTraced = (kind: EntityKind): boolean => kind === 'paper' || kind === 'event'

/** What can be done with an entity, from its panel, its menu or the list. */
export function useActions() {
  const { change, view } = useExplorer()
  return {
    focusOn: (id: string) =>
      change({ mode: 'explore', focus: [id], expanded: [], list: view.list }),
    pathFrom: (id: string) =>
      change({ mode: 'path', selection: [], path: { ...view.path, from: id, chosen: 0 } }),
    pathTo: (id: string) =>
      change({ mode: 'path', selection: [], path: { ...view.path, to: id, chosen: 0 } }),
    pathBetween: (from: string, to: string) =>
      change({ mode: 'path', selection: [], path: { ...view.path, from, to, chosen: 0 } }),
    trace: (id: string) => change({ mode: 'trace', trace: id, selection: [] }),
    hide: (id: string) => change({ hidden: [...view.hidden, id], selection: [] }),
  }
}
