'use client'
import Link from 'next/link'
import { useMemo } from 'react'
import { independentSources } from '@/lib/graph/sources'
import { claimStance } from '@/lib/graph/stance'
import { relationType, stanceTable } from '@/lib/ontology'
import type { Claim, Evidence } from '@/lib/schema'
import { relationLabel } from '@/lib/view/elements'
import { encodeView } from '@/lib/view/url'
import { count, listWords, stanceWords } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { JudgeBar } from '../review/judge-bar'
import { AddToStory } from '../story/add-to-story'
import { SupportDetails } from '../support/support-details'
import { StanceLine } from '../ui/stance-line'
import { EntityName } from './entity-name'
import { Quote } from './quote'

/** What the sources say of two entities, every source in its own words. */
export function RelationPanel({ claim }: { claim: Claim }) {
  const { shown, entity, graph, view, stored } = useExplorer()
  const reviewLink = (id: string) => {
    const query = encodeView(view)
    return `/case/${encodeURIComponent(stored.id)}/review?claim=${encodeURIComponent(id)}${query && `&${query}`}`
  }
  const stance = claimStance(claim)
  const sources = independentSources(claim, shown)
  const byDocument = groupByDocument(claim.evidence)
  const deniers = [...new Set(claim.evidence.flatMap((piece) => piece.deniedBy ?? []))]
  const stances = [...new Set(claim.evidence.map((piece) => piece.stance))]
  const alone = useMemo(() => [claim], [claim])
  const derived = graph.hasEdge(claim.id) && graph.getEdgeAttributes(claim.id).derived
  return (
    <article className="px-4 pt-4 pb-8">
      <h2 className="voice-document text-[21px] leading-snug font-semibold text-balance">
        <EntityName id={claim.from} /> <span className="font-normal italic">{phrase(claim)}</span>
        {claim.to && (
          <>
            {' '}
            <EntityName id={claim.to} />
          </>
        )}
      </h2>
      <div className="mt-2 flex items-center gap-2 text-xs text-muted">
        <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
          <StanceLine stance={stance} />
          <span className="font-medium text-text">{capital(stanceTable[stance].label)}</span>
          <span>
            by {count(sources, 'independent source')}, {count(claim.evidence.length, 'quote')}
          </span>
        </p>
        <span className="-my-1.5 shrink-0">
          <AddToStory
            claims={[claim.id]}
            entities={claim.to === null ? [claim.from] : [claim.from, claim.to]}
            named="a relation"
          />
        </span>
      </div>
      {claim.evidence.length > 1 && (
        <SupportDetails claims={alone} className="mt-1">
          <span className="underline decoration-line underline-offset-2">
            Compare its sources, word by word
          </span>
        </SupportDetails>
      )}
      {!derived && (
        <div className="mt-3">
          <JudgeBar claim={claim} />
          <Link
            href={reviewLink(claim.id)}
            className="mt-2 inline-block text-xs text-muted underline decoration-line underline-offset-2 hover:text-text"
          >
            Correct it in the review
          </Link>
        </div>
      )}
      {deniers.length > 0 && (
        <p className="mt-3 rounded-md bg-sunken px-3 py-2 text-sm">
          <strong className="font-semibold">Denied by</strong>{' '}
          {listWords(deniers.map((id) => entity(id)?.name ?? id))}.
        </p>
      )}
      {stances.length > 1 && (
        <p className="mt-3 rounded-md bg-sunken px-3 py-2 text-sm">
          The sources differ: {listWords(stances.map((one) => stanceWords[one].toLowerCase()))}.
        </p>
      )}
      {derived && (
        <p className="mt-3 rounded-md bg-sunken px-3 py-2 text-sm">
          Drawn from an event both took part in; the quotes are about that event.
        </p>
      )}
      <ol className="mt-5 space-y-6">
        {byDocument.map((pieces) => (
          <li
            key={pieces[0]!.document}
            className="space-y-5 border-t border-line pt-4 first:border-t-0 first:pt-0"
          >
            {pieces.map((piece) => (
              <Quote
                key={`${piece.start}-${piece.end}-${piece.attribution.join()}`}
                evidence={piece}
                claim={claim.id}
              />
            ))}
          </li>
        ))}
      </ol>
    </article>
  )
}

/** The relation as it reads between the two names. */
function phrase(claim: Claim): string {
  if (claim.relation === 'holds_role' && claim.title) return `is ${claim.title} of`
  if (claim.relation === 'holds_role') return relationType('holds_role').label
  return relationLabel(claim)
}

function groupByDocument(evidence: readonly Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>()
  for (const piece of evidence) {
    const group = groups.get(piece.document)
    if (group) group.push(piece)
    else groups.set(piece.document, [piece])
  }
  return [...groups.values()]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
