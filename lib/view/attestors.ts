/** Outlets and groups that only say or deny things: reached from the evidence, drawn when asked. */
import { fold } from '../graph/fold'
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

const known = new WeakMap<Case, Map<string, string>>()

function namesOf(case_: Case): Map<string, string> {
  let names = known.get(case_)
  if (!names) {
    names = new Map()
    for (const entity of case_.entities) names.set(fold(entity.name), entity.id)
    for (const entity of case_.entities)
      for (const alias of entity.aliases)
        if (!names.has(fold(alias))) names.set(fold(alias), entity.id)
    known.set(case_, names)
  }
  return names
}
