/** A claim in plain words, always as what somebody says. */
import { relationType } from '../ontology'
import type { Case, Claim } from '../schema'

/** "According to Bloomberg, Steve Witkoff advised Yuri Ushakov." */
export function describeClaim(claim: Claim, case_: Case): string {
  const name = (id: string) => case_.entities.find((entity) => entity.id === id)?.name ?? id
  const parts = [name(claim.from), relationType(claim.relation).label, claim.to && name(claim.to)]
  return `${parts.filter(Boolean).join(' ')}.`
}
