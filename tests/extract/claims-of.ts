import { ingest } from '../../lib/pipeline'
import type { Case } from '../../lib/schema'

export const readCase = (...texts: string[]): Case =>
  ingest(
    texts.map((text, i) => ({ title: `Report ${i + 1}`, text, language: 'en' })),
    { addedAt: '2025-12-01T00:00:00.000Z' },
  ).case

/** One line a piece of evidence: `met: Anna Berg > Luis Ortega [planned] by Reuters`. */
export function listClaims(case_: Case): string[] {
  const names = new Map(case_.entities.map((e) => [e.id, e.name]))
  return case_.claims.flatMap((claim) =>
    claim.evidence.map((e) => {
      const title = claim.title ? ` (${claim.title})` : ''
      const to = claim.to === null ? '' : ` > ${names.get(claim.to)}`
      const by = e.attribution.length ? ` by ${e.attribution.join(', ')}` : ''
      const denied = e.deniedBy
        ? ` denied by ${e.deniedBy.map((id) => names.get(id)).join(', ')}`
        : ''
      return `${claim.relation}${title}: ${names.get(claim.from)}${to} [${e.stance}]${by}${denied}`
    }),
  )
}

export const claimsOf = (text: string): string[] => listClaims(readCase(text))

/** The claims of a sentence without offices and sources, in order. */
export function wordingOf(text: string): string[] {
  const lines = claimsOf(text).filter((line) => !line.startsWith('holds_role'))
  return lines
    .map((line) => {
      const [head, denied] = line.split(' denied by ')
      return head!.replace(/\] by .*$/, ']') + (denied ? ` denied by ${denied}` : '')
    })
    .sort()
}
