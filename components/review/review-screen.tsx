'use client'
import { useEffect, useMemo, useState } from 'react'
import { listKeptApart } from '@/lib/decisions/judgements'
import { listCandidates } from '@/lib/query/merge-candidates'
import { useCase } from '../cases/case-context'
import { KeysDialog } from '../explorer/keys-dialog'
import { ClaimCard } from './claim-card'
import { NamesReview } from './names-review'
import { QueueList } from './queue-list'
import { ReviewHeader, type Tab } from './review-header'
import { useJudge } from './use-judge'
import { useQueue } from './use-queue'
import { useReviewKeys } from './use-review-keys'

/** The queue beside the relation that is looked at, or the names that may be one. */
export function ReviewScreen({ query }: { query: string }) {
  const { decided, log, undo, redo } = useCase()
  const queue = useQueue(query)
  const { judge } = useJudge()
  const asksNames = new URLSearchParams(query).get('tab') === 'names'
  const [tab, setTab] = useState<Tab>(asksNames ? 'names' : 'relations')
  const [editing, setEditing] = useState(false)
  const [keys, setKeys] = useState(false)
  const candidates = useMemo(() => listCandidates(decided, listKeptApart(log)), [decided, log])
  const { current, counts } = queue
  // biome-ignore lint/correctness/useExhaustiveDependencies: another relation is read from its top
  useEffect(() => {
    // it may answer with a promise, which is no way to clean up
    scrollTo(0, 0)
  }, [current?.claim])

  const decideAndGo = (verdict: 'accepted' | 'rejected' | 'unsure') => {
    if (!current) return
    judge(current.row, verdict)
    setEditing(false)
    queue.advance()
  }
  useReviewKeys({
    z: undo,
    Z: redo,
    '?': () => setKeys(true),
    ...(tab === 'relations' && {
      y: () => decideAndGo('accepted'),
      n: () => decideAndGo('rejected'),
      h: () => decideAndGo('unsure'),
      j: () => queue.step(1),
      k: () => queue.step(-1),
      e: () => setEditing((held) => !held),
      Escape: () => setEditing(false),
    }),
  })

  return (
    <div className="flex min-h-dvh flex-col bg-canvas [--mark:#f6cf5466] dark:[--mark:#e0a9004d]">
      <ReviewHeader
        query={query}
        tab={tab}
        setTab={setTab}
        done={counts.all - counts.open}
        all={counts.all}
        names={candidates.length}
        showKeys={() => setKeys(true)}
      />
      {tab === 'names' ? (
        <NamesReview candidates={candidates} />
      ) : (
        <div className="mx-auto grid w-full max-w-[1440px] flex-1 grid-cols-[340px_minmax(0,1fr)] max-[1000px]:grid-cols-1">
          <QueueList queue={queue} />
          <main
            id="relation"
            tabIndex={-1}
            className="min-w-0 outline-none px-14 pt-12 pb-40 max-[1000px]:px-5 max-[1000px]:pt-6"
          >
            {current ? (
              <ClaimCard
                item={current}
                queue={queue}
                editing={editing}
                setEditing={setEditing}
                onJudge={decideAndGo}
                finished={counts.open === 0}
              />
            ) : (
              <p className="voice-document pt-16 text-center text-2xl">
                This case has no relations yet.
              </p>
            )}
          </main>
        </div>
      )}
      <KeysDialog open={keys} onOpenChange={setKeys} />
    </div>
  )
}
