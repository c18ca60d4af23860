/** Kinds of columns that drizzle has not, or not so. */
import { customType } from 'drizzle-orm/pg-core'
import { fromPlainText, toPlainText } from './plain-text'

/** Compared byte by byte: the same order on every database, and prefixes find the index. */
export const text = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
  toDriver: toPlainText,
  fromDriver: fromPlainText,
})

export const textVector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const textList = customType<{ data: string[]; driverData: string[] }>({
  dataType: () => 'text[]',
  toDriver: (list) => list.map(toPlainText),
  fromDriver: (list) => list.map(fromPlainText),
})

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})
