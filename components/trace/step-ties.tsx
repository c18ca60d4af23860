'use client'
import { claimStance } from '@/lib/graph/stance'
import { stanceTable } from '@/lib/ontology'
import type { LineageStep } from '@/lib/query/lineage'
import { useExplorer } from '../explorer/explorer-context'
import { useLit } from '../explorer/lit-context'

/** What leads to a step: "shaped by" where a source claims it, "after" where it is only an order. */
export function StepTies({ step, open }: { step: LineageStep; open(step: string): void }) {
  const { lineage } = useExplorer()
  if (!lineage) return null
  const into = lineage.links.filter((link) => link.to === step.id)
  const shaped = into.filter((link) => link.claims.length > 0)
  const after = into.filter((link) => link.claims.length === 0)
  if (into.length === 0) return null
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-1 gap-y-1 text-xs text-muted">
      {shaped.length > 0 && (
        <>
          Shaped by
          {shaped.map(({ from, claims }) => (
            <StepLink key={from} id={from} open={open} doubt={doubtOf(claims)} />
          ))}
        </>
      )}
      {after.length > 0 && (
        <>
          {shaped.length > 0 ? '· after' : 'After'}
          {after.map(({ from, order }) => (
            <StepLink
              key={from}
              id={from}
              open={open}
              doubt={order ? `“${order.evidence.quote}”` : undefined}
            />
          ))}
        </>
      )}
    </p>
  )
}

function doubtOf(claims: LineageStep['claims']) {
  const stances = [...new Set(claims.map(claimStance))]
  if (stances.includes('asserted')) return undefined
  return stances.map((stance) => stanceTable[stance].label).join(', ')
}

type StepLinkProps = { id: string; open(step: string): void; doubt?: string }

function StepLink({ id, open, doubt }: StepLinkProps) {
  const { lineage, entity } = useExplorer()
  const { light } = useLit()
  const at = lineage?.steps.findIndex((step) => step.id === id) ?? -1
  const step = lineage?.steps[at]
  if (!step) return null
  return (
    <button
      type="button"
      onClick={() => open(id)}
      onPointerEnter={() => light(id)}
      onPointerLeave={() => light(undefined)}
      className="rounded-full border border-line px-1.5 py-px text-text hover:border-line-strong hover:bg-hover"
    >
      {at + 1} {entity(step.spine)?.name}
      {doubt && <span className="text-muted"> ({doubt})</span>}
    </button>
  )
}
