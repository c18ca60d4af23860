/**
 * View state <-> URL query, so that an address restores the exact view:
 * `?sel=steve-witkoff&kind=person&kind=paper&labels=on`. Lists repeat their key.
 */
import type { Problem } from '../errors'
import { type ViewState, viewStateSchema, wholeCase } from './state'
import type { Field } from './url-field'
import { questionFields } from './url-question-fields'
import { viewFields } from './url-view-fields'

const fields: Field[] = [...viewFields, ...questionFields]

/** The query of a view, without `?`; empty for the whole case as it opens. */
export function encodeView(view: ViewState): string {
  const query = new URLSearchParams()
  for (const field of fields) {
    for (const value of field.write(view)) query.append(field.key, value)
  }
  return query.toString()
}

/** The view an address asks for. What is unknown or broken is dropped and named, never thrown. */
export function decodeView(query: URLSearchParams): { view: ViewState; problems: Problem[] } {
  const problems: Problem[] = []
  let view = wholeCase
  for (const field of fields) {
    const values = query.getAll(field.key)
    if (values.length === 0) continue
    const read = viewStateSchema.safeParse(field.read(view, values))
    if (read.success) view = read.data
    else
      problems.push({
        path: field.key,
        message: `“${field.key}” in this address cannot be read`,
        value: values.join(', ').slice(0, 80),
        remedy: 'It was left out; the rest of the view is as asked.',
      })
  }
  const known = new Set(fields.map((field) => field.key))
  for (const key of new Set(query.keys())) {
    if (!known.has(key))
      problems.push({
        path: key,
        message: `This address asks for “${key}”, which is not known here`,
        remedy: 'It was left out.',
      })
  }
  return { view, problems }
}
