'use client'
import { useMemo } from 'react'
import { entityKindTable } from '@/lib/ontology'
import type { EntityKind } from '@/lib/schema'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { canBeTraced } from '../explorer/use-actions'
import { KindGlyph } from '../ui/kind-glyph'

const most = 12

/** Papers and events of the case to ask about, those that most is said of first. */
export function SuggestedTargets() {
  const { graph, shown, change } = useExplorer()
  const targets = useMemo(
    () =>
      shown.entities
        .filter(({ id, kind }) => canBeTraced(kind) && graph.hasNode(id) && graph.degree(id) > 0)
        .sort(
          (a, b) =>
            rank(a.kind) - rank(b.kind) ||
            graph.degree(b.id) - graph.degree(a.id) ||
            (a.name < b.name ? -1 : 1),
        )
        .slice(0, most),
    [graph, shown],
  )
  if (targets.length === 0)
    return (
      <p className="mt-5 text-sm text-muted">
        This case has no paper or event with a relation. Add a report that tells of a plan, a letter
        or a meeting.
      </p>
    )
  return (
    <>
      <h2 className="voice-document mt-5 text-[19px] leading-snug font-semibold text-balance">
        Whose making is to be told?
      </h2>
      <p className="mt-1 text-sm text-muted">
        What fed it, who had a hand in it and what became of it, step by step, as the sources tell
        it.
      </p>
      <ul className="mt-3 space-y-1">
        {targets.map(({ id, kind, name }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => change({ trace: id })}
              className="flex min-h-9 w-full items-center gap-2.5 rounded-md border border-line px-2.5 py-1 text-left text-sm hover:border-line-strong hover:bg-hover phone:min-h-11"
            >
              <KindGlyph kind={kind} />
              <span className="min-w-0 flex-1 font-medium">{name}</span>
              <span className="text-xs text-muted">
                {entityKindTable[kind].label.toLowerCase()} · {count(graph.degree(id), 'relation')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const order: Partial<Record<EntityKind, number>> = { paper: 0, event: 1 }
const rank = (kind: EntityKind) => order[kind] ?? 2
