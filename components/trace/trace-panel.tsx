'use client'
import { BookOpen, ChevronsDownUp, ChevronsUpDown, SlidersHorizontal } from 'lucide-react'
import { useCallback } from 'react'
import { withThe } from '@/lib/query/clause'
import type { Lineage } from '@/lib/query/lineage'
import { lineageStory } from '@/lib/query/story'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { usePlainKeys } from '../explorer/use-plain-keys'
import { AddToStory } from '../story/add-to-story'
import { useStories } from '../story/use-stories'
import { SourceSwitches } from '../support/source-switches'
import { StandingNote } from '../support/standing-note'
import { Button } from '../ui/button'
import { EntityPicker } from '../ui/entity-picker'
import { SuggestedTargets } from './suggested-targets'
import { TraceStep } from './trace-step'

/** "How was X shaped?": the steps in order, each in a sentence with the words it rests on. */
export function TracePanel() {
  const { view, change, lineage, entity } = useExplorer()
  const target = view.trace === undefined ? undefined : entity(view.trace)
  return (
    <div className="px-4 pt-3.5 pb-8">
      <EntityPicker
        label="Paper, event or actor"
        placeholder="Paper, event or actor"
        value={view.trace}
        choose={(trace) => change({ trace, folded: [], opened: [], marked: undefined })}
      />
      {!lineage || !target ? (
        <SuggestedTargets />
      ) : lineage.steps.length === 0 ? (
        <p className="mt-5 text-sm text-muted">
          No source says what {target.name} came from or what became of it.
        </p>
      ) : (
        <Told lineage={lineage} name={target.name} />
      )}
    </div>
  )
}

function Told({ lineage, name }: { lineage: Lineage; name: string }) {
  const { view, change } = useExplorer()
  const { create } = useStories()
  const { steps } = lineage
  const mark = useCallback((marked: string) => change({ marked }), [change])
  const at = steps.findIndex((step) => step.id === view.marked)
  const goTo = (index: number) => {
    const step = steps[Math.min(steps.length - 1, Math.max(0, index))]
    if (step) mark(step.id)
  }
  const [next, previous] = [() => goTo(at + 1), () => goTo(at - 1)]
  usePlainKeys({ j: next, arrowright: next, k: previous, arrowleft: previous })
  const spines = [...new Set(steps.map((step) => step.spine))]
  const folded = spines.every((id) => view.folded.includes(id))
  return (
    <>
      <h2 className="voice-document mt-4 text-[21px] leading-snug font-semibold text-balance">
        How {withThe(name)} was shaped
      </h2>
      <p className="mt-1 text-xs text-muted">
        {count(steps.length, 'step')} from {count(lineage.claims.length, 'relation')}, as the
        sources tell it. “After” is an order, not a cause.
      </p>
      <div className="mt-2 -ml-2 flex flex-wrap gap-1">
        <Button
          size="small"
          className="text-muted"
          onClick={() => change({ folded: folded ? [] : spines, opened: [] })}
        >
          {folded ? (
            <ChevronsUpDown size={13} aria-hidden />
          ) : (
            <ChevronsDownUp size={13} aria-hidden />
          )}
          {folded ? 'Unfold all' : 'Fold all'}
        </Button>
        <Button
          size="small"
          className="text-muted"
          onClick={() => {
            create(lineageStory(lineage, `How ${withThe(name)} was shaped`))
            change({ mode: 'story', selection: [], marked: undefined })
          }}
        >
          <BookOpen size={13} aria-hidden />
          Make it a story
        </Button>
      </div>
      <div className="mt-2 space-y-2 empty:hidden">
        <StandingNote />
        {lineage.conflicts.map(({ from, to }) => (
          <p key={`${from} ${to}`} className="rounded-md bg-sunken px-3 py-2 text-sm">
            The dates given for steps {numberOf(lineage, from)} and {numberOf(lineage, to)}{' '}
            contradict their order.
          </p>
        ))}
      </div>
      <ol className="mt-4 ml-[11px]">
        {steps.map((step, i) => (
          <TraceStep
            key={step.id}
            step={step}
            number={i + 1}
            marked={view.marked === step.id}
            mark={mark}
          >
            <AddToStory
              claims={step.claims.map(({ id }) => id)}
              entities={[step.spine, ...step.actors]}
              title={step.sentence}
              named={`step ${i + 1}`}
            />
          </TraceStep>
        ))}
      </ol>
      {lineage.omitted > 0 && (
        <p className="mt-3 text-xs text-muted">and {lineage.omitted} more further off.</p>
      )}
      <details className="mt-5 border-t border-line pt-3" open={view.without.length > 0}>
        <summary className="flex cursor-pointer list-none items-center gap-2 text-sm font-semibold [&::-webkit-details-marker]:hidden">
          <SlidersHorizontal size={14} aria-hidden />
          What if a source were wrong?
        </summary>
        <p className="mt-1 mb-3 text-xs text-muted">
          Switch one off and see what still stands without it.
        </p>
        <SourceSwitches claims={lineage.claims} />
      </details>
    </>
  )
}

const numberOf = (lineage: Lineage, id: string) =>
  lineage.steps.findIndex((step) => step.id === id) + 1
