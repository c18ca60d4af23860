/** Which quote to show when there is room for one. */
import { claimStance } from '../graph/stance'
import type { Claim, Evidence } from '../schema'

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
