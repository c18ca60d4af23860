import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * Whether a column has one of these values. They travel as one array: drizzle's inArray gives each a
 * place of its own, of which a statement has 65,535 at most and is slow to read long before.
 */
export function isAnyOf(column: PgColumn, values: Iterable<string | number>): SQL {
  const list = Array.from(values, (value) => column.mapToDriverValue(value))
  // text COLLATE "C" -> text[]
  const type = sql.raw(`${column.getSQLType().replace(/ COLLATE.*/, '')}[]`)
  return sql`${column} = any(${sql.param(list)}::${type})`
}
