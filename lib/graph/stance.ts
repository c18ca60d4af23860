/** What a claim's sources make of it together. */
import type { Claim, Evidence, Stance } from '../schema'

const strongestFirst: readonly Stance[] = ['asserted', 'hedged', 'planned', 'contested', 'denied']

/** The more doubtful of two. */
export const weakerStance = (a: Stance, b: Stance): Stance =>
  strongestFirst.indexOf(a) > strongestFirst.indexOf(b) ? a : b

/**
 * Contested as soon as anyone disputes what another says; denied when no source holds it;
 * otherwise as the plainest source has it, while every piece of evidence keeps its own stance.
 */
export const claimStance = (claim: Claim): Stance => evidenceStance(claim.evidence)

/** The same of a part of the evidence, say that of one document. */
export function evidenceStance(evidence: readonly Evidence[]): Stance {
  let stance: Stance = 'denied'
  let disputed = false
  let denied = false
  for (const piece of evidence) {
    if (piece.stance === 'denied') denied = true
    else {
      if (piece.stance === 'contested' || piece.deniedBy?.length) disputed = true
      if (strongestFirst.indexOf(piece.stance) < strongestFirst.indexOf(stance)) {
        stance = piece.stance
      }
    }
  }
  if (stance === 'denied') return 'denied'
  return disputed || denied ? 'contested' : stance
}
