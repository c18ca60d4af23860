/** Which quote to show when there is room for one. */
import { claimStance } from '../graph/stance'
import type { Claim, Evidence } from '../schema'
import { groupBy } from './group-by'

/**
 * A claim's evidence, best first: what has the stance of the claim, then what names who says so,
 * then the shorter quote, then as it came.
 */
export function rankEvidence(claim: Claim): Evidence[] {
  const stance = claimStance(claim)
  const rate = (piece: Evidence) =>
    (piece.stance === stance ? 0 : 2) + (piece.attribution.length > 0 ? 0 : 1)
  return claim.evidence
    .map((piece, i) => ({ piece, i }))
    .sort(
      (a, b) =>
        rate(a.piece) - rate(b.piece) || a.piece.quote.length - b.piece.quote.length || a.i - b.i,
    )
    .map(({ piece }) => piece)
}

// About two lines: enough to say who did what, short enough to be read.
const goodLength = 140

/**
 * The one quote to stand for several claims together: what tells the most of them, plainly, at a
 * readable length. Empty when there is no claim.
 */
export function bestQuote(claims: readonly Claim[]): {
  quote?: { claim: string; evidence: Evidence }
} {
  const pieces = claims.flatMap((claim) =>
    claim.evidence.map((evidence) => ({ claim: claim.id, evidence })),
  )
  const byDocument = groupBy(pieces, ({ evidence }) => evidence.document)
  const tells = (one: Evidence) =>
    new Set(
      byDocument
        .get(one.document)!
        .flatMap(({ claim, evidence }) =>
          evidence.start < one.end && one.start < evidence.end ? claim : [],
        ),
    ).size
  const [best] = pieces
    .map((piece, i) => ({ piece, i, tells: tells(piece.evidence) }))
    .sort(
      (a, b) =>
        b.tells - a.tells ||
        doubt(a.piece.evidence) - doubt(b.piece.evidence) ||
        strain(a.piece.evidence) - strain(b.piece.evidence) ||
        a.i - b.i,
    )
  return best ? { quote: best.piece } : {}
}

const doubt = ({ stance }: Evidence) => (stance === 'asserted' ? 0 : stance === 'denied' ? 2 : 1)
const strain = ({ quote }: Evidence) => Math.abs(quote.length - goodLength)
