'use client'
import { SlidersHorizontal } from 'lucide-react'
import { useMemo } from 'react'
import { pathLimits } from '@/lib/query/path-question'
import type { PathAnswer } from '@/lib/query/paths'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { SourceSwitches } from '../support/source-switches'
import { StandingNote } from '../support/standing-note'
import { NoPath } from './no-path'
import { PathAnswerCard } from './path-answer-card'
import { PathForm } from './path-form'

/** "How are A and B connected?": the question, and its answers in order. */
export function PathPanel() {
  const { view, answer } = useExplorer()
  const { from, to } = view.path
  return (
    <div className="px-4 pt-3.5 pb-8">
      <PathForm />
      {!from || !to ? (
        <p className="mt-5 text-sm text-muted">
          Choose two, or pick them in the picture: click one, then Ctrl-click the other.
        </p>
      ) : from === to ? (
        <p className="mt-5 text-sm text-muted">Both ends are the same. Choose another.</p>
      ) : !answer ? null : answer.paths.length === 0 ? (
        <NoPath />
      ) : (
        <Answers answer={answer} />
      )}
    </div>
  )
}

function Answers({ answer }: { answer: PathAnswer }) {
  const { view, change } = useExplorer()
  const { chosen, also } = view.path
  const claims = useMemo(
    () => [...new Set(answer.paths.flatMap(({ hops }) => hops.flatMap((hop) => hop.claims)))],
    [answer],
  )
  const open = (i: number) =>
    change({ path: { ...view.path, chosen: i, also: also.filter((one) => one !== i) } })
  return (
    <>
      <p className="mt-5 mb-2 text-xs text-muted" aria-live="polite">
        {count(answer.paths.length, 'path')}, the best attested first.
        {answer.exhausted &&
          ` The search stopped after ${count(pathLimits.budget, 'step')}; there may be more.`}
      </p>
      <div className="mb-2 empty:hidden">
        <StandingNote />
      </div>
      <ol className="space-y-2">
        {answer.paths.map((path, i) => (
          <PathAnswerCard
            key={path.nodes.join()}
            path={path}
            index={i}
            open={i === chosen}
            drawn={i === chosen || also.includes(i)}
            choose={() => open(i)}
            draw={(on) =>
              change({
                path: {
                  ...view.path,
                  also: on ? [...also, i] : also.filter((one) => one !== i),
                },
              })
            }
          />
        ))}
      </ol>
      <details className="mt-5 border-t border-line pt-3" open={view.without.length > 0}>
        <summary className="flex cursor-pointer list-none items-center gap-2 text-sm font-semibold [&::-webkit-details-marker]:hidden">
          <SlidersHorizontal size={14} aria-hidden />
          What if a source were wrong?
        </summary>
        <p className="mt-1 mb-3 text-xs text-muted">
          Switch one off and see which paths survive it.
        </p>
        <SourceSwitches claims={claims} />
      </details>
    </>
  )
}
