/**
 * Who is one step from whom, asked of the database: what lib/graph/adjacency.ts answers from memory,
 * for cases that need not fit there. It is the graph as extracted; decisions are not replayed here.
 */
import type { Direction } from '../graph/adjacency'
import { relationTypes } from '../ontology'
import type { Connection } from './database'
import { fromPlainText, toPlainText } from './plain-text'

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

const live = `case_key = (select key from throughline.cases where id = $1 and deleted_at is null)
  and to_entity is not null and from_entity <> to_entity and review <> 'rejected'`

const asked = (caseId: string, entities: readonly string[]) => [
  toPlainText(caseId),
  entities.map(toPlainText),
]
const idOf = (value: unknown) => fromPlainText(String(value))

/** A symmetric relation counts in both directions. */
const either = (runs: boolean) => (runs ? '' : 'and relation = any($3::text[])')

/**
 * The steps away from some entities, in the order of the case's claims.
 * A loop is no step, nor is a claim that was rejected.
 */
export async function listSteps(
  connection: Connection,
  caseId: string,
  entities: readonly string[],
  direction: Direction,
): Promise<StoredStep[]> {
  const rows = await connection.query(
    `select from_entity, to_entity, id, relation, true as along, position from throughline.claims
    where ${live} and from_entity = any($2::text[]) ${either(direction !== 'in')}
    union all
    select to_entity, from_entity, id, relation, false, position from throughline.claims
    where ${live} and to_entity = any($2::text[]) ${either(direction !== 'out')}
    order by position, along desc`,
    [...asked(caseId, entities), ...(direction === 'any' ? [] : [symmetric])],
  )
  return rows.map(([from, to, claim, relation, along]) => ({
    from: idOf(from),
    to: idOf(to),
    claim: idOf(claim),
    relation: idOf(relation),
    along: along === true,
  }))
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
  const rows = await connection.query(
    `select to_entity, min(from_entity) from (
      select from_entity, to_entity from throughline.claims
      where ${live} and from_entity = any($2::text[])
      union all
      select to_entity, from_entity from throughline.claims
      where ${live} and to_entity = any($2::text[])
    ) as steps group by to_entity`,
    asked(caseId, side.front),
  )
  side.front = []
  for (const [to, from] of rows) {
    const id = idOf(to)
    if (side.cameFrom.has(id)) continue
    side.cameFrom.set(id, idOf(from))
    side.front.push(id)
  }
}

/** From an entity back to the end the side began at. */
function trailOf(side: Side, id: string): string[] {
  const trail: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = side.cameFrom.get(at)) trail.push(at)
  return trail
}
