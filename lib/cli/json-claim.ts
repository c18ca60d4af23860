/** A claim for machines: as the case has it, and what we derive from it. */
import { groupSources } from '../graph/sources'
import { claimStance } from '../graph/stance'
import { describeClaim } from '../query/sentence'
import { claimTime } from '../query/time'
import type { Case, Claim } from '../schema'

export const jsonClaim = (claim: Claim, case_: Case) => ({
  ...claim,
  stance: claimStance(claim),
  sentence: describeClaim(claim, case_),
  time: claimTime(claim, case_),
  sources: groupSources(claim, case_),
})

export const jsonEntity = (id: string, case_: Case) => {
  const entity = case_.entities.find((candidate) => candidate.id === id)
  return { id, name: entity?.name ?? id, kind: entity?.kind }
}

export const printJson = (value: unknown) => console.log(JSON.stringify(value, null, 2))
