/**
 * Who is one step from whom, asked of the database: what lib/query/reach.ts answers from memory, for
 * cases that need not fit there. Decisions count, as the tables hold a case as it is shown.
 */
import { relationTypes } from '../ontology'
import { type Direction, isOver } from '../query/reach'
import type { Interval } from '../query/read-when'
import { evidenceTime, joinTimes } from '../query/time'
import type { Stance } from '../schema'
import type { Connection } from './database'
import { fromPlainText, noText, toPlainText } from './plain-text'

/** One claim, seen from one of the entities that were asked about. */
export type StoredStep = {
  from: string
  /** The entity at the other end. */
  to: string
  claim: string
  relation: string
  /** Whether the claim runs from here to there. */
  along: boolean
}

const symmetric = relationTypes.filter((type) => type.symmetric).map((type) => type.id)

const inCase = 'case_key = (select key from throughline.cases where id = $1 and deleted_at is null)'
const drawn = "to_entity is not null and from_entity <> to_entity and review <> 'rejected'"

const asked = (caseId: string, ids: readonly string[]) => [
  toPlainText(caseId),
  ids.map(toPlainText),
]
const idOf = (value: unknown) => fromPlainText(String(value))

/**
 * Rows as one text, cell after cell: taking thousands of them apart costs the driver more than
 * finding them.
 * @param rows a query of the case whose key is `key`
 */
const asText = (columns: readonly string[], rows: string) =>
  `select string_agg(${columns.join(` || '${noText}' || `)}, '${noText}')
  from throughline.cases, lateral (${rows}) as found
  where cases.id = $1 and deleted_at is null`

function* readText<Row extends string[]>(text: unknown, width: Row['length']): Generator<Row> {
  if (text === null) return
  const cells = String(text).split(noText).map(fromPlainText)
  for (let i = 0; i < cells.length; i += width) yield cells.slice(i, i + width) as Row
}

/**
 * The steps away from some entities, in the order of the case's claims. A loop is no step, nor is a
 * claim that was rejected; a symmetric relation counts in both directions.
 * @param since leaves out claims that were over before this day (YYYY-MM-DD); the undated stay
 */
export async function listSteps(
  connection: Connection,
  caseId: string,
  entities: readonly string[],
  direction: Direction,
  since?: string,
): Promise<StoredStep[]> {
  const [there, back] = (['out', 'in'] as const).map((way) =>
    direction === 'any' || direction === way ? '' : 'and relation = any($3::text[])',
  )
  const rows = asText(
    ['here', 'there', 'found.id', 'relation', 'along'],
    `select from_entity as here, to_entity as there, id, relation, '1' as along, position
      from throughline.claims
      where case_key = key and ${drawn} and from_entity = any($2::text[]) ${there}
    union all
    select to_entity, from_entity, id, relation, '0', position
      from throughline.claims
      where case_key = key and ${drawn} and to_entity = any($2::text[]) ${back}
    order by position, along desc`,
  )
  const values = [...asked(caseId, entities), ...(direction === 'any' ? [] : [symmetric])]
  const [row] = await connection.query(rows, values)
  const steps: StoredStep[] = []
  type Cells = [string, string, string, string, string]
  for (const [from, to, claim, relation, along] of readText<Cells>(row![0], 5)) {
    steps.push({ from, to, claim, relation, along: along === '1' })
  }
  if (since === undefined) return steps
  const times = await readTimes(connection, caseId, [...new Set(steps.map(({ claim }) => claim))])
  return steps.filter(({ claim }) => !isOver(times.get(claim) ?? null, since))
}

/** When claims took place, as lib/query/time.ts reads it; the undated are left out. */
async function readTimes(
  connection: Connection,
  caseId: string,
  claims: readonly string[],
): Promise<Map<string, Interval | null>> {
  const rows = await connection.query(
    `select claim, said_when, stance, (
      select published_at from throughline.documents as report
      where report.case_key = evidence.case_key and report.id = evidence.document
    ) from throughline.evidence as evidence
    where ${inCase} and claim = any($2::text[]) and said_when is not null`,
    asked(caseId, claims),
  )
  const said = new Map<string, (Interval | null)[]>()
  for (const [claim, when, stance, publishedAt] of rows) {
    const time = evidenceTime(
      { when: idOf(when), stance: stance as Stance },
      { ...(publishedAt !== null && { publishedAt: idOf(publishedAt) }) },
    )
    said.set(idOf(claim), [...(said.get(idOf(claim)) ?? []), time])
  }
  return new Map([...said].map(([claim, times]) => [claim, joinTimes(times)]))
}

export type ConnectionAnswer = {
  /** The entities of a shortest path, both ends included; undefined when there is none. */
  nodes?: string[]
  /** The search stopped before it had seen everything it might. */
  exhausted: boolean
}

/**
 * A shortest path between two entities, whatever the direction of its relations: breadth first from
 * both ends, one query a level, the smaller front first. Of several, the one whose entities come
 * first by their ids, seen from where the fronts meet.
 * @param maxHops at most so many relations in a row
 * @param budget at most so many entities are looked at
 */
export async function findConnection(
  connection: Connection,
  caseId: string,
  from: string,
  to: string,
  { maxHops = 12, budget = 200_000 }: { maxHops?: number; budget?: number } = {},
): Promise<ConnectionAnswer> {
  if (from === to) return { nodes: [from], exhausted: false }
  const sides = [startSide(from), startSide(to)] as const
  for (let hops = 1; hops <= maxHops; hops++) {
    const near = sides[0].front.length <= sides[1].front.length ? sides[0] : sides[1]
    const far = near === sides[0] ? sides[1] : sides[0]
    if (near.front.length === 0) return { exhausted: false }
    await widen(connection, caseId, near)
    const meeting = near.front.filter((id) => far.cameFrom.has(id)).sort()[0]
    if (meeting !== undefined) {
      const [first, second] = sides.map((side) => trailOf(side, meeting))
      return { nodes: [...first!.reverse(), ...second!.slice(1)], exhausted: false }
    }
    if (near.cameFrom.size + far.cameFrom.size > budget) return { exhausted: true }
  }
  return { exhausted: true }
}

/** How far a search has come from one end, and from where it came to each entity. */
type Side = { front: string[]; cameFrom: Map<string, string | undefined> }

const startSide = (id: string): Side => ({ front: [id], cameFrom: new Map([[id, undefined]]) })

async function widen(connection: Connection, caseId: string, side: Side): Promise<void> {
  const rows = asText(
    ['there', 'here'],
    `select there, min(here) as here from (
      select to_entity as there, from_entity as here from throughline.claims
      where case_key = key and ${drawn} and from_entity = any($2::text[])
      union all
      select from_entity, to_entity from throughline.claims
      where case_key = key and ${drawn} and to_entity = any($2::text[])
    ) as steps group by there`,
  )
  const [row] = await connection.query(rows, asked(caseId, side.front))
  side.front = []
  for (const [there, here] of readText<[string, string]>(row![0], 2)) {
    if (side.cameFrom.has(there)) continue
    side.cameFrom.set(there, here)
    side.front.push(there)
  }
}

/** From an entity back to the end the side began at. */
function trailOf(side: Side, id: string): string[] {
  const trail: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = side.cameFrom.get(at)) trail.push(at)
  return trail
}
