/** Many rows at a time, into any table that has a primary key and belongs to a case. */
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Connection } from './database'

/** Of one statement: enough that its own cost vanishes, few enough to hold twice. */
const batchRows = 5_000
const batchCharacters = 4_000_000

/**
 * Inserts rows, and brings those up to date that are there and differ. Each column of a batch is
 * one value, an array: no limit of 65,535 values, and no text of a thousand placeholders to parse.
 * @param fresh when the case has no rows in the table yet: nothing is compared then
 */
export async function writeRows(
  connection: Connection,
  table: PgTable,
  caseKey: number,
  rows: readonly object[],
  fresh = false,
): Promise<void> {
  const columns = columnsOf(table)
  const statement = insertStatement(table, columns) + (fresh ? '' : updateClause(table))
  // A batch is made ready while the one before it is written.
  let writing: Promise<unknown> | undefined
  for (const batch of cutBatches(rows, columns)) {
    await writing
    writing = connection.query(statement, [caseKey, ...batch])
  }
  await writing
}

/** Removes the case's rows whose primary keys are not among those given. */
export async function removeOtherRows(
  connection: Connection,
  table: PgTable,
  caseKey: number,
  kept: readonly object[],
): Promise<void> {
  const { name, columns, isSame } = describeKeys(table, 'kept')
  const [values] = [...cutBatches(kept, columns, Number.POSITIVE_INFINITY)]
  await connection.query(
    `delete from ${name} as old where case_key = $1
    ${values ? `and not exists (select from ${unnest(columns)} as kept(${listOf(columns)}) where ${isSame})` : ''}`,
    [caseKey, ...(values ?? [])],
  )
}

/** Removes the case's rows that have the primary keys of those given. */
export async function removeRows(
  connection: Connection,
  table: PgTable,
  caseKey: number,
  rows: readonly object[],
): Promise<void> {
  const { name, columns, isSame } = describeKeys(table, 'gone')
  for (const batch of cutBatches(rows, columns)) {
    await connection.query(
      `delete from ${name} as old using ${unnest(columns)} as gone(${listOf(columns)})
      where case_key = $1 and ${isSame}`,
      [caseKey, ...batch],
    )
  }
}

/** Copies one case's rows to another case that has none. */
export async function copyRows(
  connection: Connection,
  table: PgTable,
  fromCase: number,
  toCase: number,
): Promise<void> {
  const { name, columns } = describe(table)
  const rest = columns.filter((column) => column !== 'case_key').map((column) => `"${column}"`)
  await connection.query(
    `insert into ${name} (case_key, ${rest.join(', ')})
    select $1, ${rest.join(', ')} from ${name} where case_key = $2`,
    [toCase, fromCase],
  )
}

type Column = { name: string; getSQLType(): string; mapToDriverValue(value: unknown): unknown }
type Columns = [key: string, column: Column][]

/** The columns a row may give, by the names the program has for them; its case is given apart. */
function columnsOf(table: PgTable): Columns {
  const named = table as unknown as Record<string, Column>
  const names = new Set(describe(table).columns.filter((name) => name !== 'case_key'))
  return Object.entries(named).filter(([, column]) => names.has(column?.name))
}

function describe(table: PgTable) {
  const { schema, name, columns, primaryKeys } = getTableConfig(table)
  return {
    name: `${schema}.${name}`,
    columns: columns.filter((column) => !column.generated).map((column) => column.name),
    keys: primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
  }
}

/** The columns that tell rows of a case apart, and whether a row given is one that is there. */
function describeKeys(table: PgTable, given: string) {
  const { name, keys } = describe(table)
  const columns = columnsOf(table).filter(([, column]) => keys.includes(column.name))
  const isSame = columns.map(([, { name }]) => `${given}."${name}" = old."${name}"`).join(' and ')
  return { name, columns, isSame }
}

const listOf = (columns: Columns) => columns.map(([, { name }]) => `"${name}"`).join(', ')

/** `text COLLATE "C"` -> text; a list travels as the text of it, as arrays in arrays must be even. */
const typeOf = (column: Column) => {
  const type = column.getSQLType()
  return type.endsWith('[]') ? 'text' : type.replace(/ COLLATE.*/, '')
}

/** $1 is the case; the columns follow. */
const unnest = (columns: Columns) =>
  `unnest(${columns.map(([, column], i) => `$${i + 2}::${typeOf(column)}[]`).join(', ')})`

function* cutBatches(
  rows: readonly object[],
  columns: Columns,
  most = batchRows,
): Generator<unknown[][]> {
  let batch: unknown[][] = columns.map(() => [])
  let characters = 0
  for (const row of rows as readonly Record<string, unknown>[]) {
    if (batch[0]!.length >= most || (most < Infinity && characters > batchCharacters)) {
      yield batch
      batch = columns.map(() => [])
      characters = 0
    }
    for (const [i, [key, column]] of columns.entries()) {
      const value = encode(row[key], column)
      batch[i]!.push(value)
      if (typeof value === 'string') characters += value.length
    }
  }
  if (batch[0]!.length > 0) yield batch
}

function encode(value: unknown, column: Column): unknown {
  if (value === undefined || value === null) return null
  const encoded = column.mapToDriverValue(value)
  return Array.isArray(encoded) ? arrayText(encoded) : encoded
}

/** `{"a","b"}`: an array as PostgreSQL reads it. */
const arrayText = (list: readonly string[]) =>
  `{${list.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`

function insertStatement(table: PgTable, columns: Columns): string {
  const { name } = describe(table)
  const values = columns.map(
    ([, column]) => `"${column.name}"${column.getSQLType().endsWith('[]') ? '::text[]' : ''}`,
  )
  return `insert into ${name} as old (case_key, ${listOf(columns)})
    select $1::int, ${values.join(', ')} from ${unnest(columns)} as new(${listOf(columns)})`
}

function updateClause(table: PgTable): string {
  const { columns, keys } = describe(table)
  const others = columns.filter((column) => !keys.includes(column))
  const rowOf = (of: string) => `(${others.map((column) => `${of}."${column}"`).join(', ')})`
  return `
    on conflict (${keys.map((key) => `"${key}"`).join(', ')}) do update
    set ${others.map((column) => `"${column}" = excluded."${column}"`).join(', ')}
    where ${rowOf('old')} is distinct from ${rowOf('excluded')}`
}
