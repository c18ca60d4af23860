import { isDeepStrictEqual } from 'node:util'
import { addressOf, listEntries } from '@/components/history/list-entries'
import { sayClaim } from '@/components/history/say-decision'
import type { Changes, Told } from '@/components/reread/changes'
import { listNewlyLost } from '@/lib/decisions/newly-lost'
import { replay } from '@/lib/decisions/replay'
import { standingCase } from '@/lib/decisions/standing'
import { claimStance } from '@/lib/graph/stance'
import type { Change, ReadAgain } from '@/lib/import/read-again'
import type { Case, Claim, Evidence } from '@/lib/schema'
import { nameDocument } from '@/lib/view/source-choices'
import { count, stanceWords } from '@/lib/view/words'

/** So many of each kind are spelled out. */
const most = 100

/**
 * What reading again changes, or did, as one sees the case: as decided, without what was rejected.
 * @param isKept whether addresses are of the case as it was or as it is by now
 */
export function describeChange(change: Change, read: ReadAgain, isKept: boolean): Changes {
  const { before, after } = change
  const [was, is] = [standingCase(before), standingCase(after)]
  const old = new Map(was.claims.map((claim) => [claim.id, claim]))
  const now = new Set(is.claims.map(({ id }) => id))
  const fresh = is.claims.filter(({ id }) => !old.has(id))
  const gone = was.claims.filter(({ id }) => !now.has(id))
  const otherwise = is.claims.flatMap((claim) => {
    const how = compare(old.get(claim.id) ?? claim, claim)
    return how ? [{ claim, how }] : []
  })
  return {
    same: after === before,
    read: read.readings.length,
    left: after.documents.length - read.readings.length - read.failed.length,
    failed: read.failed,
    stay: now.size - fresh.length - otherwise.length,
    new: listOf(fresh, (claim) => tell(claim, is)),
    gone: listOf(gone, (claim) => tell(claim, was)),
    otherwise: listOf(otherwise, ({ claim, how }) => ({ ...tell(claim, is), how })),
    names: compareNames(was, is),
    decisions: { count: before.decisions.length, lost: listLost(change, isKept) },
  }
}

const listOf = <T>(list: readonly T[], told: (one: T) => Told) => ({
  count: list.length,
  told: list.slice(0, most).map(told),
})

function tell(claim: Claim, case_: Case): Told {
  const { document: id, start, end, quote } = claim.evidence[0]!
  const document = case_.documents.find((one) => one.id === id)
  return {
    words: sayClaim(claim, case_),
    quote,
    report: document ? nameDocument(document) : id,
    address: addressOf({ place: { document: id, start, end } }),
  }
}

const aspects: [words: string, of: (piece: Evidence) => unknown][] = [
  ['other words of it', ({ document, start, end }) => [document, start, end]],
  ['put otherwise', ({ stance }) => stance],
  ['said by others', ({ attribution }) => attribution],
  ['denied by others', ({ deniedBy }) => deniedBy ?? []],
  ['another time', ({ when }) => when],
  ['another place', ({ where }) => where],
]

/** What is otherwise about a relation; empty when nothing is. */
function compare(before: Claim, after: Claim): string {
  if (before === after) return ''
  const [was, is] = [claimStance(before), claimStance(after)]
  const more = after.evidence.length - before.evidence.length
  const inOrder = ({ evidence }: Claim) =>
    [...evidence].sort(
      (a, b) =>
        (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) || a.start - b.start,
    )
  const [old, fresh] = [inOrder(before), inOrder(after)]
  const differ = aspects.filter(([, of]) => !isDeepStrictEqual(old.map(of), fresh.map(of)))
  return [
    was === is ? '' : `was ${stanceWords[was]}, is ${stanceWords[is]}`.toLowerCase(),
    more === 0 ? '' : `${count(Math.abs(more), 'quote')} ${more > 0 ? 'more' : 'fewer'}`,
    ...(was === is && more === 0 ? differ.map(([words]) => words) : []),
    before.title === after.title ? '' : 'another title',
  ]
    .filter(Boolean)
    .join(' · ')
}

function compareNames(was: Case, is: Case): Changes['names'] {
  const old = new Map(was.entities.map(({ id, name }) => [id, name]))
  const now = new Set(is.entities.map(({ id }) => id))
  return {
    new: is.entities.filter(({ id }) => !old.has(id)).map(({ name }) => name),
    gone: was.entities.filter(({ id }) => !now.has(id)).map(({ name }) => name),
    renamed: is.entities.flatMap(({ id, name }) => {
      const from = old.get(id) ?? name
      return from === name ? [] : [{ from, to: name }]
    }),
  }
}

function listLost({ before, after }: Change, isKept: boolean): Changes['decisions']['lost'] {
  const reasons = new Map(
    listNewlyLost(before, after).map(({ decision, reason }) => [decision.id, reason]),
  )
  if (reasons.size === 0) return []
  const entriesOf = (case_: Case) => listEntries(case_, replay(case_).case, reasons)
  const shown = new Map(
    entriesOf(isKept ? after : before).map(({ decision, shows }) => [decision.id, shows]),
  )
  return entriesOf(before).flatMap(({ decision, words, lost }) => {
    const shows = shown.get(decision.id)
    return lost ? [{ words, reason: lost, ...(shows && { address: addressOf(shows) }) }] : []
  })
}
