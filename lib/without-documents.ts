/** A case as it would be without some of its documents. */
import type { Case, Claim, Mention } from './schema'

type Parts = Pick<Case, 'documents' | 'entities' | 'mentions' | 'claims'>

/**
 * Leaves documents out with what stands in them; what rests on others as well stays with those, and
 * names that are spoken of nowhere else go.
 * @param elsewhere names that are spoken of where these parts do not tell
 * @returns the parts themselves when there is nothing to leave out
 */
export function withoutDocuments<T extends Parts>(
  parts: T,
  out: { has(document: string): boolean; size: number },
  elsewhere: ReadonlySet<string> = new Set(),
): T {
  if (out.size === 0) return parts
  const stays = ({ document }: { document: string }) => !out.has(document)
  const claims = parts.claims.flatMap((claim) => {
    const evidence = claim.evidence.filter(stays)
    if (evidence.length === claim.evidence.length) return [claim]
    return evidence.length > 0 ? [{ ...claim, evidence }] : []
  })
  const mentions = parts.mentions.filter(stays)
  const left = listSpokenOf({ mentions, claims })
  const gone = listNamedIn(parts, out)
  return {
    ...parts,
    documents: parts.documents.filter(({ id }) => !out.has(id)),
    entities: parts.entities.filter(({ id }) => !gone.has(id) || left.has(id) || elsewhere.has(id)),
    mentions,
    claims,
  }
}

/** Every name that some documents speak of. */
export function listNamedIn(
  { mentions, claims }: Pick<Parts, 'mentions' | 'claims'>,
  documents: { has(document: string): boolean },
): Set<string> {
  const isIn = ({ document }: { document: string }) => documents.has(document)
  return listSpokenOf({
    mentions: mentions.filter(isIn),
    claims: claims.flatMap((claim) => {
      const evidence = claim.evidence.filter(isIn)
      return evidence.length > 0 ? [{ ...claim, evidence }] : []
    }),
  })
}

function listSpokenOf(parts: { mentions: readonly Mention[]; claims: readonly Claim[] }) {
  const spoken = new Set(parts.mentions.map(({ entity }) => entity))
  for (const { from, to, evidence } of parts.claims) {
    spoken.add(from)
    if (to !== null) spoken.add(to)
    for (const { deniedBy = [] } of evidence) for (const id of deniedBy) spoken.add(id)
  }
  return spoken
}
