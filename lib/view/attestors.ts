/** Outlets and groups that only say or deny things: reached from the evidence, drawn when asked. */

import { fold } from '../graph/fold'
import { once } from '../graph/once'
import type { Case, Claim } from '../schema'

export type Attestation = { by: string; claim: Claim; how: 'says' | 'denies' }

/** Who says or denies what, each once for a claim, by the names the evidence gives. */
export function listAttestations(case_: Case, claims: readonly Claim[]): Attestation[] {
  const byName = namesOf(case_)
  return claims.flatMap((claim) => {
    const seen = new Map<string, Attestation>()
    const add = (by: string | undefined, how: Attestation['how']) => {
      if (by && !seen.has(`${how} ${by}`)) seen.set(`${how} ${by}`, { by, claim, how })
    }
    for (const evidence of claim.evidence) {
      for (const name of evidence.attribution) add(byName.get(fold(name)), 'says')
      for (const id of evidence.deniedBy ?? []) add(id, 'denies')
    }
    return [...seen.values()]
  })
}

/** Entities by what they are called; a name comes before another's alias. */
const namesOf = once(({ entities }: Case) => {
  const names = new Map<string, string>()
  for (const { id, name } of entities) names.set(fold(name), id)
  for (const { id, aliases } of entities)
    for (const alias of aliases) if (!names.has(fold(alias))) names.set(fold(alias), id)
  return names
})
