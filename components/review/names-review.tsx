'use client'
import { ArrowLeftRight, Combine, Split } from 'lucide-react'
import { useState } from 'react'
import type { Candidate } from '@/lib/query/merge-candidates'
import { count } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'
import { EntityFacts } from './entity-facts'
import { useReviewKeys } from './use-review-keys'

const keyOf = ({ a, b }: Candidate) => `${a} ${b}`

/** Names that may be one: held side by side, merged or kept apart by whoever looks. */
export function NamesReview({ candidates }: { candidates: readonly Candidate[] }) {
  const { entity, decide } = useCase()
  const [at, setAt] = useState<string>()
  const [swapped, setSwapped] = useState(false)
  const index = Math.max(
    0,
    candidates.findIndex((candidate) => keyOf(candidate) === at),
  )
  const pair = candidates[index]
  const [kept, other] = pair && swapped ? [pair.b, pair.a] : [pair?.a, pair?.b]
  const [first, second] = [kept && entity(kept), other && entity(other)]
  const step = (by: 1 | -1) => {
    const next = candidates[index + by]
    if (!next) return
    setAt(keyOf(next))
    setSwapped(false)
  }
  /** What follows takes its place. */
  const leave = () => {
    const next = candidates[index + 1] ?? candidates[index - 1]
    setAt(next && keyOf(next))
    setSwapped(false)
  }
  const merge = () => {
    if (!pair || !first || !second) return
    leave()
    decide(
      { kind: 'merge', into: first.id, entities: [second.id], reason: pair.reason },
      `Merged ${second.name} into ${first.name}`,
    )
  }
  const keepApart = () => {
    if (!pair || !first || !second) return
    leave()
    decide(
      { kind: 'reject', entities: [pair.a, pair.b] },
      `Kept apart: ${first.name} and ${second.name}`,
    )
  }
  useReviewKeys({ y: merge, n: keepApart, j: () => step(1), k: () => step(-1), h: () => step(1) })

  if (!pair || !first || !second)
    return (
      <main className="mx-auto max-w-[40rem] px-5 pt-24 text-center">
        <p className="voice-document text-2xl font-semibold">No two names look like one.</p>
        <p className="mt-2 text-sm text-muted">
          Any two can be merged all the same: select them in the graph, or choose “Merge with” in
          the menu of a name.
        </p>
      </main>
    )
  return (
    <main className="mx-auto w-full max-w-[62rem] flex-1 px-8 pt-12 pb-32 phone:px-5 phone:pt-6">
      <p className="text-xs text-muted tabular-nums" aria-live="polite">
        {index + 1} of {count(candidates.length, 'pair')}
      </p>
      <h2 className="voice-document mt-2 text-[28px] leading-tight font-semibold text-balance phone:text-[22px]">
        Are they one?
      </h2>
      <p className="mt-1.5 text-base text-muted">{pair.reason}.</p>
      <div className="mt-8 grid grid-cols-2 gap-10 phone:grid-cols-1 phone:gap-8">
        {[first, second].map((one, i) => (
          <div key={one.id} className="rounded-lg border border-line bg-surface p-6 phone:p-4">
            <p className="mb-3 text-xs font-medium">
              {i === 0 ? 'Keeps its name' : 'Becomes another name of it'}
            </p>
            <EntityFacts entity={one} />
          </div>
        ))}
      </div>
      <div className="sticky bottom-0 mt-8 flex gap-1.5 bg-gradient-to-t from-canvas from-70% to-transparent pt-6 pb-5">
        <Button look="solid" className="h-11! flex-1" onClick={merge}>
          <Combine size={16} aria-hidden /> Merge <Key>Y</Key>
        </Button>
        <Button look="outline" className="h-11! flex-1" onClick={keepApart}>
          <Split size={16} aria-hidden /> Keep apart <Key>N</Key>
        </Button>
        <Button look="outline" className="h-11!" onClick={() => setSwapped(!swapped)}>
          <ArrowLeftRight size={16} aria-hidden />
          <span className="phone:sr-only">Keep the other name</span>
        </Button>
      </div>
    </main>
  )
}

const Key = ({ children }: { children: string }) => (
  <kbd className="ml-1 rounded border border-current/30 px-1 font-sans text-[11px] opacity-70 phone:hidden">
    {children}
  </kbd>
)
