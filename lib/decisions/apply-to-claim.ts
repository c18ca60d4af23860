import { isRelation, relationType } from '../ontology'
import type { Claim, Evidence, Stance } from '../schema'
import type { DecisionContent, Span } from './decision'
import { type Draft, findEntity, isAt } from './draft'

type OfClaim = Extract<DecisionContent, { claim: unknown }>
type ClaimEdit = Exclude<Extract<OfClaim, { kind: 'edit' }>, { evidence: Span }>
type EvidenceEdit = Extract<OfClaim, { kind: 'edit'; evidence: Span }>

const claimGone = 'The relation is not there any more.'
const readOtherwise = 'What it rests on is read otherwise now.'
const evidenceGone = 'The sentence it rests on is not there any more.'

/** @returns why the decision could not be carried out */
export function applyToClaim(draft: Draft, content: OfClaim): string | undefined {
  if (content.kind === 'add') return addClaim(draft, content.claim)
  const claim = draft.claims.get(content.claim)
  if (!claim) return claimGone
  switch (content.kind) {
    case 'accept':
    case 'reject': {
      const trouble = content.evidence && findTrouble(claim, content.evidence)
      if (trouble) return trouble
      const review = content.kind === 'accept' ? 'accepted' : 'rejected'
      draft.claims.set(claim.id, { ...claim, review })
      return undefined
    }
    case 'edit':
      return 'evidence' in content
        ? editEvidence(draft, claim, content)
        : editClaim(draft, claim, content)
    case 'remove': {
      if (!('evidence' in content)) {
        draft.claims.delete(claim.id)
        return undefined
      }
      const rest = claim.evidence.filter((piece) => !isAt(content.evidence)(piece))
      if (rest.length === claim.evidence.length) return evidenceGone
      // Nothing is claimed that no sentence says.
      if (rest.length === 0) draft.claims.delete(claim.id)
      else draft.claims.set(claim.id, { ...claim, evidence: rest })
    }
  }
}

type Judged = Span & { stance?: Stance }

/** Why none of what was judged stands as it stood; undefined when some of it does. */
function findTrouble(claim: Claim, judged: readonly Judged[]): string | undefined {
  const there = judged.flatMap((span) => {
    const piece = claim.evidence.find(isAt(span))
    return piece ? [{ span, piece }] : []
  })
  if (there.length === 0) return evidenceGone
  const stands = there.some(({ span, piece }) => (span.stance ?? piece.stance) === piece.stance)
  return stands ? undefined : readOtherwise
}

function addClaim(draft: Draft, claim: Claim): string | undefined {
  if (draft.claims.has(claim.id)) return 'A relation of this id is there already.'
  return keep(draft, claim)
}

function editClaim(draft: Draft, claim: Claim, { change }: ClaimEdit): string | undefined {
  const { title = claim.title, verb = claim.verb, ...rest } = change
  return keep(draft, { ...claim, ...rest, title: title ?? undefined, verb: verb ?? undefined })
}

function editEvidence(
  draft: Draft,
  claim: Claim,
  { evidence: span, change }: EvidenceEdit,
): string | undefined {
  const piece = claim.evidence.find(isAt(span))
  if (!piece) return evidenceGone
  const { when = piece.when, where = piece.where, ...rest } = change
  const said = { when: when ?? undefined, where: where ?? undefined }
  const moved: Evidence = { ...piece, ...rest, ...said, origin: 'human' }
  const quote = draft.documents.get(moved.document)?.text.slice(moved.start, moved.end)
  if (!quote || moved.end - moved.start !== quote.length)
    return 'The document is shorter than that.'
  const evidence = claim.evidence.map((old) => (old === piece ? { ...moved, quote } : old))
  return keep(draft, { ...claim, evidence })
}

/** Keeps a claim whose ends, words and relation are there. */
function keep(draft: Draft, claim: Claim): string | undefined {
  if (!isRelation(claim.relation)) return `There is no relation "${claim.relation}".`
  const from = findEntity(draft, claim.from)
  const to = claim.to === null ? null : findEntity(draft, claim.to)
  if (!from || to === undefined) return 'One of its two ends is not there any more.'
  if (from === to && relationType(claim.relation).symmetric) {
    return `It would be between "${from.name}" and itself.`
  }
  const evidence = claim.evidence.map((piece) => {
    const deniers = piece.deniedBy?.map((id) => findEntity(draft, id)?.id)
    return deniers ? { ...piece, deniedBy: deniers.filter((id) => id !== undefined) } : piece
  })
  const wrong = evidence.some(
    ({ document, start, end, quote }) =>
      draft.documents.get(document)?.text.slice(start, end) !== quote,
  )
  if (wrong) return evidenceGone
  draft.claims.set(claim.id, { ...claim, from: from.id, to: to?.id ?? null, evidence })
  return undefined
}
