/** Whether a claim's words for time and place are those a reader gives; the gold set's scorer leaves them out. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fold } from '../graph/fold'
import { relationType } from '../ontology'
import type { Case, Claim } from '../schema'

type GoldClaim = {
  document?: string
  relation: string
  from: string
  to: string | null
  time?: string | null
  place?: string | null
}
type Gold = { entities: { name: string; aliases: string[] }[]; claims: GoldClaim[] }
type Tally = { right: number; given: number; quiet: number; absent: number }

/** `cases`: by the gold file's name without ".json". Prints a line for times and one for places. */
export function printSettings(folder: string, cases: ReadonlyMap<string, Case>): void {
  const time: Tally = { right: 0, given: 0, quiet: 0, absent: 0 }
  const place: Tally = { right: 0, given: 0, quiet: 0, absent: 0 }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const case_ = cases.get(file.replace(/\.json$/, ''))
    if (!case_) continue
    const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold
    for (const wanted of gold.claims) {
      const found = matching(wanted, gold, case_)
      if (!found.length) continue
      const evidence = found.flatMap((claim) => claim.evidence)
      add(
        time,
        wanted.time,
        evidence.flatMap((e) => e.when ?? []),
      )
      add(
        place,
        wanted.place,
        evidence.flatMap((e) => e.where ?? []),
      )
    }
  }
  console.log(`time words   ${say(time)}`)
  console.log(`place words  ${say(place)}\n`)
}

const say = ({ right, given, quiet, absent }: Tally): string =>
  `right on ${right} of ${given} matched claims that have some; none on ${quiet} of ${absent} that have none`

function add(tally: Tally, wanted: string | null | undefined, found: readonly string[]): void {
  if (!wanted) {
    tally.absent++
    if (!found.length) tally.quiet++
    return
  }
  tally.given++
  const gold = fold(wanted)
  if (found.map(fold).some((words) => words.includes(gold) || gold.includes(words))) tally.right++
}

/** The case's claims of the same relation between things of the same names, whichever way round where that says the same. */
function matching(wanted: GoldClaim, gold: Gold, case_: Case): Claim[] {
  const named = (name: string | null): Set<string> => {
    const entity = gold.entities.find((e) => e.name === name)
    const forms = new Set([name ?? '', ...(entity?.aliases ?? [])].map(fold))
    return new Set(
      case_.entities
        .filter((e) => [e.name, ...e.aliases].some((form) => forms.has(fold(form))))
        .map((e) => e.id),
    )
  }
  const [from, to] = [named(wanted.from), named(wanted.to)]
  const joins = (claim: Claim, a: Set<string>, b: Set<string>): boolean =>
    a.has(claim.from) && (claim.to === null ? wanted.to === null : b.has(claim.to))
  return case_.claims.filter(
    (claim) =>
      claim.relation === wanted.relation &&
      (joins(claim, from, to) ||
        (relationType(claim.relation).symmetric === true && joins(claim, to, from))),
  )
}
