/** A claim in plain words, always as what somebody says. */
import { fold } from '../graph/fold'
import { claimStance } from '../graph/stance'
import type { Case, Claim, Evidence, Stance } from '../schema'
import { nameIn, sayClause, withThe } from './clause'
import { documentOf } from './sentence-around'

/**
 * One sentence with who says so, how surely, and the sources' own words for time and place:
 * "According to Bloomberg, Steve Witkoff advised Yuri Ushakov."
 * "By their own account, Donald Trump directed Steve Witkoff."
 * "According to a bipartisan group of senators, Marco Rubio described the 28-point plan; denied by
 * White House and State Department."
 */
export function describeClaim(claim: Claim, case_: Case): string {
  const stance = claimStance(claim)
  if (stance === 'denied') return sentence(describeDenial(claim, case_))
  const held = claim.evidence.filter((piece) => piece.stance !== 'denied')
  const clause = sayClause(claim, stance === 'contested' ? 'asserted' : stance, case_)
  const parts = [
    `${sayWhoSays(claim, held, case_)} ${clause}`,
    sayCircumstances(held, [
      ...(stance === 'planned' ? ['planned'] : []),
      ...derivedFrom(claim, case_),
    ]),
    stance === 'contested' ? sayDispute(claim, case_) : sayDoubts(held, stance, case_),
  ]
  return sentence(parts.join(''))
}

/** "According to Bloomberg and two reports,". */
function sayWhoSays(claim: Claim, evidence: readonly Evidence[], case_: Case): string {
  const speakers = listSpeakers(evidence, case_)
  const subject = case_.entities.find((entity) => entity.id === claim.from)
  const names = subject ? [subject.name, ...subject.aliases].map(fold) : []
  if (speakers.length === 1 && names.includes(fold(speakers[0]!))) return 'By their own account,'
  return `According to ${joinWords(speakers)},`
}

/** Those the documents name, then the publishers of what they say themselves, then the rest counted. */
export function listSpeakers(evidence: readonly Evidence[], case_: Case): string[] {
  const named = new Map<string, string>()
  const unnamed = new Set<string>()
  for (const { attribution, document } of evidence) {
    const who = attribution[0] ?? documentOf(case_, document)?.publisher
    if (who === undefined) unnamed.add(document)
    else if (!named.has(fold(who))) named.set(fold(who), who)
  }
  const speakers = [...named.values()]
  const shown = speakers.slice(0, 3)
  const others = speakers.length - shown.length
  if (others > 0) shown.push(others === 1 ? 'one other' : `${others} others`)
  if (unnamed.size > 0)
    shown.push(unnamed.size === 1 ? 'one report' : `${inWords(unnamed.size)} reports`)
  return shown
}

function sayCircumstances(evidence: readonly Evidence[], first: string[] = []): string {
  const when = new Set(evidence.flatMap((piece) => piece.when ?? []))
  const where = new Set(evidence.flatMap((piece) => piece.where ?? []))
  const words = [...first, ...[...when].map((time) => `“${time}”`), ...where]
  return words.length > 0 ? ` (${words.join(', ')})` : ''
}

/** Those who put it more doubtfully than the claim stands: "; hedged by Bloomberg". */
function sayDoubts(evidence: readonly Evidence[], stance: Stance, case_: Case): string {
  return (['hedged', 'planned'] as const)
    .filter((doubt) => doubt !== stance)
    .flatMap((doubt) => {
      const pieces = evidence.filter((piece) => piece.stance === doubt)
      return pieces.length > 0 ? `; ${doubt} by ${joinWords(listSpeakers(pieces, case_))}` : []
    })
    .join('')
}

function sayDispute(claim: Claim, case_: Case): string {
  const who = listDeniers(claim, case_)
  return who.length > 0 ? `; denied by ${joinWords(who)}` : '; contested'
}

function describeDenial(claim: Claim, case_: Case): string {
  const said = sayClause(claim, 'asserted', case_)
  const who = listDeniers(claim, case_)
  const by = who.length > 0 ? who : listSpeakers(claim.evidence, case_)
  return `That ${said} is denied by ${joinWords(by)}${sayCircumstances(claim.evidence)}`
}

function listDeniers(claim: Claim, case_: Case): string[] {
  const denials = claim.evidence.filter((piece) => piece.stance === 'denied')
  const named = claim.evidence.flatMap((piece) => piece.deniedBy ?? [])
  const who = [
    ...named.map((id) => nameIn(id, case_)),
    ...(denials.length > 0 ? listSpeakers(denials, case_) : []),
  ]
  return [...new Set(who)]
}

/** On the actor projection: which event the relation was read from. */
function derivedFrom(claim: Claim, case_: Case): string[] {
  const event = 'derived' in case_ && case_.derived instanceof Map && case_.derived.get(claim.id)
  return event ? [`by way of ${withThe(event)}`] : []
}

/** "a", "a and b", "a, b and c". */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]
const inWords = (count: number) => numbers[count] ?? String(count)

const sentence = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}.`
