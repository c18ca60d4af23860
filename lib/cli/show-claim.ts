/** A claim in the terminal: the sentence, its sources, its quotes. */
import { groupSources } from '../graph/sources'
import { claimStance } from '../graph/stance'
import { rankEvidence } from '../query/best-quote'
import { describeClaim } from '../query/sentence'
import type { Case, Claim, Evidence } from '../schema'
import { count, dayWords, listWords } from '../view/words'
import { wrap } from './wrap'

/**
 * Lines indented by `indent`; of the quotes all, or the best and a count of the others. Claims told
 * in the same words (three people at one meeting) share their quotes.
 */
export function showClaims(
  claims: readonly Claim[],
  case_: Case,
  indent: number,
  allQuotes: boolean,
): string[] {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const places = rankEvidence(claim).map((piece) => [piece.document, piece.start, piece.end])
    const key = JSON.stringify([places, claimStance(claim), saySources(claim, case_)])
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return [...groups.values()].map((group) => {
    const evidence = rankEvidence(group[0]!)
    const shown = allQuotes ? evidence : evidence.slice(0, 1)
    const rest = evidence.length - shown.length
    return [
      ...group.map((claim) => wrap(describeClaim(claim, case_), indent)),
      wrap(`${claimStance(group[0]!)} · ${saySources(group[0]!, case_)}`, indent),
      ...shown.map((piece) => showQuote(piece, case_, indent + 4)),
      ...(rest > 0
        ? [`${' '.repeat(indent + 4)}… and ${count(rest, 'more quote')} (--quotes)`]
        : []),
    ].join('\n')
  })
}

/** "2 independent sources", "1 independent source in 2 reports: both rest on Bloomberg". */
function saySources(claim: Claim, case_: Case): string {
  const groups = groupSources(claim, case_)
  const reports = groups.flatMap((group) => group.documents).length
  const reasons = groups.flatMap((group) => group.reason ?? [])
  const number = count(groups.length, 'independent source')
  return reasons.length > 0 ? `${number} in ${reports} reports: ${reasons.join('; ')}` : number
}

export function showQuote(piece: Evidence, case_: Case, indent: number): string {
  const document = case_.documents.find((candidate) => candidate.id === piece.document)
  const date = document?.publishedAt && dayWords(document.publishedAt)
  const report = [document?.publisher, document?.title ?? piece.document, date].filter(Boolean)
  const details = [
    piece.attribution.length > 0 ? `on the word of ${piece.attribution.join(', of ')}` : '',
    piece.stance === 'asserted' ? '' : piece.stance,
    piece.deniedBy?.length ? `denied by ${sayNames(piece.deniedBy, case_)}` : '',
  ].filter(Boolean)
  return [
    wrap(`“${piece.quote}”`, indent, 1),
    wrap(`— ${report.join(', ')}${details.map((part) => `; ${part}`).join('')}`, indent, 2),
  ].join('\n')
}

const sayNames = (ids: readonly string[], case_: Case) =>
  listWords(ids.map((id) => case_.entities.find((entity) => entity.id === id)?.name ?? id))
