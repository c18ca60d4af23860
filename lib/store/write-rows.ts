/** Many rows at a time, into any table that has a primary key and belongs to a case. */
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Connection } from './database'

/** Rows of one statement: enough that the statement's own cost vanishes, few enough to hold twice. */
const batchRows = 2_000
const batchCharacters = 4_000_000

/**
 * Inserts rows, and brings those up to date that are there and differ. One value holds a batch as
 * JSON: no limit of 65,535 values, and no text of a thousand placeholders to parse.
 */
export async function writeRows(
  connection: Connection,
  table: PgTable,
  caseKey: number,
  rows: readonly object[],
): Promise<void> {
  const statement = insertStatement(table)
  const columns = columnsOf(table)
  for (const batch of cutBatches(rows, (row) => encodeRow({ ...row, caseKey }, columns))) {
    await connection.query(statement, [batch])
  }
}

/** Removes the case's rows whose primary keys are not among those given. */
export async function removeOtherRows(
  connection: Connection,
  table: PgTable,
  caseKey: number,
  kept: readonly object[],
): Promise<void> {
  const { name, keys } = describe(table)
  const columns = columnsOf(table).filter(([, column]) => keys.includes(column.name))
  const list = `[${kept.map((row) => encodeRow(row, columns)).join(',')}]`
  const same = keys.map((key) => `kept."${key}" = old."${key}"`).join(' and ')
  await connection.query(
    `delete from ${name} as old where case_key = $1 and not exists
      (select from json_populate_recordset(null::${name}, $2::json) as kept where ${same})`,
    [caseKey, list],
  )
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

type Column = { name: string; mapToDriverValue(value: unknown): unknown }

/** The columns a row may give, by the names the program has for them. */
function columnsOf(table: PgTable): [string, Column][] {
  const named = table as unknown as Record<string, Column>
  const names = new Set(describe(table).columns)
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

function encodeRow(row: object, columns: [string, Column][]): string {
  const values = row as Record<string, unknown>
  const encoded: Record<string, unknown> = {}
  for (const [key, column] of columns) {
    const value = values[key]
    if (value !== undefined && value !== null) encoded[column.name] = column.mapToDriverValue(value)
  }
  return JSON.stringify(encoded)
}

function* cutBatches(rows: readonly object[], encode: (row: object) => string): Generator<string> {
  let batch: string[] = []
  let characters = 0
  for (const row of rows) {
    const encoded = encode(row)
    if (batch.length === batchRows || (batch.length > 0 && characters > batchCharacters)) {
      yield `[${batch.join(',')}]`
      batch = []
      characters = 0
    }
    batch.push(encoded)
    characters += encoded.length
  }
  if (batch.length > 0) yield `[${batch.join(',')}]`
}

function insertStatement(table: PgTable): string {
  const { name, columns, keys } = describe(table)
  const others = columns.filter((column) => !keys.includes(column))
  const list = columns.map((column) => `"${column}"`).join(', ')
  const rowOf = (of: string) => `(${others.map((column) => `${of}."${column}"`).join(', ')})`
  return `insert into ${name} as old (${list})
    select ${list} from json_populate_recordset(null::${name}, $1::json)
    on conflict (${keys.map((key) => `"${key}"`).join(', ')}) do update
    set ${others.map((column) => `"${column}" = excluded."${column}"`).join(', ')}
    where ${rowOf('old')} is distinct from ${rowOf('excluded')}`
}
