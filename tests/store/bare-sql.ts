/** The store's questions as one would write them by hand, with the same answers, and its rows. */
import { fold } from '@/lib/graph/fold'
import type { toRows } from '@/lib/store/case-rows'
import { listTrigrams } from '@/lib/store/names'

/** The bare driver: rows as objects. */
export type Ask = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

/** Tables like the store's, indexes included. */
const copied = ['documents', 'entities', 'claims', 'evidence', 'passages', 'names']
export const makeBareTables = (ask: Ask) =>
  ask(
    `create schema bare; ${copied
      .map((name) => `create table bare.${name} (like throughline.${name} including all)`)
      .join('; ')}`,
  )

const columns = {
  documents: {
    id: 'text',
    position: 'int',
    title: 'text',
    addedAt: 'text',
    language: 'text',
    text: 'text',
    sha256: 'text',
  },
  entities: { id: 'text', position: 'int', kind: 'text', name: 'text' },
  claims: {
    id: 'text',
    position: 'int',
    relation: 'text',
    from: 'text',
    to: 'text',
    review: 'text',
  },
  evidence: {
    claim: 'text',
    position: 'int',
    document: 'text',
    start: 'int',
    end: 'int',
    quote: 'text',
    stance: 'text',
    origin: 'text',
  },
  passages: { document: 'text', start: 'int', text: 'text' },
  names: { entity: 'text', alias: 'int', word: 'int', folded: 'text', trigrams: 'trigrams' },
}
const written: Record<string, string> = {
  addedAt: 'added_at',
  from: 'from_entity',
  to: 'to_entity',
  start: 'start_offset',
  end: 'end_offset',
}
const constant: Record<string, string> = { entities: 'aliases', evidence: 'attribution' }

type Statement = { text: string; values: unknown[] }

/** The statements that insert rows, five thousand at a time. */
export function bareInserts(rows: ReturnType<typeof toRows>): Statement[] {
  return Object.entries(columns).flatMap(([table, fields]) => {
    const all = rows[table as keyof typeof columns] as Record<string, unknown>[]
    const names = Object.keys(fields).map((field) => written[field] ?? field)
    const types = Object.values(fields)
    const values = types.map((type, i) => `$${i + 1}::${type === 'trigrams' ? 'text' : type}[]`)
    const chosen = names.map((name, i) => (types[i] === 'trigrams' ? `${name}::text[]` : name))
    const empty = constant[table]
    const text = `insert into bare.${table} (case_key, ${names.join(', ')}${empty ? `, ${empty}` : ''})
      select 1, ${chosen.join(', ')}${empty ? ", '{}'" : ''} from unnest(${values.join(', ')}) as new(${names.join(', ')})`
    const batches = Math.ceil(all.length / 5_000)
    return Array.from({ length: batches }, (_, n) => {
      const batch = all.slice(n * 5_000, (n + 1) * 5_000)
      return {
        text,
        values: Object.entries(fields).map(([field, type]) =>
          batch.map((row) =>
            type === 'trigrams'
              ? row[field] && `{${(row[field] as string[]).map((t) => `"${t}"`).join(',')}}`
              : row[field],
          ),
        ),
      }
    })
  })
}

const live = `throughline.claims where case_key = 1 and to_entity is not null
  and from_entity <> to_entity and review <> 'rejected'`

const steps = `select from_entity, to_entity, id, relation, true as along, position from ${live} and from_entity = any($1)
  union all select to_entity, from_entity, id, relation, false, position from ${live} and to_entity = any($1)
  order by position, along desc`

export const bareSteps = (ask: Ask, ids: string[]) => ask(steps, [ids])

/** @returns how many relations apart the two are */
export async function bareConnection(ask: Ask, from: string, to: string) {
  const seen = [new Set([from]), new Set([to])]
  const fronts = [[from], [to]]
  for (let hop = 1; hop <= 12; hop++) {
    const near = fronts[0]!.length <= fronts[1]!.length ? 0 : 1
    const rows = await ask(
      `select to_entity, min(from_entity) from (
        select from_entity, to_entity from ${live} and from_entity = any($1)
        union all select to_entity, from_entity from ${live} and to_entity = any($1)) as steps
      group by to_entity`,
      [fronts[near]],
    )
    const reached = rows.map((row) => row.to_entity as string)
    fronts[near] = reached.filter((id) => !seen[near]!.has(id))
    for (const id of fronts[near]!) seen[near]!.add(id)
    if (fronts[near]!.some((id) => seen[1 - near]!.has(id))) return hop
    if (fronts[near]!.length === 0) return undefined
  }
  return undefined
}

const query = "websearch_to_tsquery('english', $1)"
const best = (table: string, order: string, hits: string) => `with best as (
    select *, ts_rank(words, ${query}) as rank from throughline.${table} where words @@ ${query}
    and case_key in (select key from throughline.cases where deleted_at is null)
    order by rank desc, ${order} limit 20
  ) ${hits} order by rank desc, ${order.replace(/\b(\w+)/g, 'best.$1')}`
const quotes = best(
  'evidence',
  'case_key, document, start_offset, claim, position',
  `select cases.id, cases.title, best.claim, best.document, best.start_offset, quote,
    ts_headline('english', quote, ${query}) from best
    join throughline.cases on cases.key = case_key`,
)
const passages = best(
  'passages',
  'case_key, document, start_offset',
  `select cases.id, cases.title, best.document, documents.title, best.start_offset, best.text,
    ts_headline('english', best.text, ${query}) from best
    join throughline.cases on cases.key = case_key
    join throughline.documents on documents.case_key = best.case_key and documents.id = best.document`,
)
const named = `throughline.names join throughline.entities
  on entities.case_key = names.case_key and entities.id = names.entity`
const prefixed = `select names.entity from ${named}
  where folded >= $1 and folded < $2 order by folded = $1 desc, word, alias, folded limit 100`
const shared = '(select count(*) from unnest(trigrams) as had(t) where t = any($1::text[]))'
const both = '(cardinality(trigrams) + cardinality($1::text[]))'
const alike = `select names.entity from ${named}
  where word = 0 and trigrams && $2::text[] and ${shared} * 1.3 >= ${both} * 0.3
  order by ${shared}::float / (${both} - ${shared}) desc, alias, folded limit 100`

/** By the beginning of any word of the name, else by likeness. */
async function bareNames(ask: Ask, text: string) {
  const folded = fold(text)
  const found = await ask(prefixed, [folded, `${folded}\u{10ffff}`])
  if (found.length > 0) return found
  const trigrams = listTrigrams(folded)
  return ask(alike, [trigrams, trigrams.filter((trigram) => !trigram.startsWith(' '))])
}

/**
 * Names, and quotes and passages by words, with the words looked for marked. The store also looks at
 * the titles of cases and reports, which is left out here.
 */
export async function bareSearch(ask: Ask, text: string) {
  const asked = [bareNames(ask, text), ask(quotes, [text]), ask(passages, [text])]
  const [found, said, told] = await Promise.all(asked)
  const entities = new Set(found!.map(({ entity }) => entity))
  return {
    names: Math.min(entities.size, 20),
    quotes: said!.length,
    passages: told!.length,
  }
}
