/** What one key of an address holds of a view. */
import { type ViewState, wholeCase } from './state'

export type Field = {
  key: string
  /** What to write; nothing where the view has the default. */
  write: (view: ViewState) => string[]
  /** Lays what was read over a view; the schema checks the outcome. */
  read: (view: ViewState, values: string[]) => unknown
}

/** A key that repeats. */
export const list = (
  key: string,
  get: (view: ViewState) => readonly string[] | undefined,
  set: (view: ViewState, values: string[]) => unknown,
): Field => ({ key, write: (view) => [...(get(view) ?? [])], read: set })

/** A key that stands once. */
export const one = (
  key: string,
  get: (view: ViewState) => string | number | undefined,
  set: (view: ViewState, value: string) => unknown,
): Field => ({
  key,
  write: (view) => {
    const value = get(view)
    return value === undefined || value === get(wholeCase) ? [] : [String(value)]
  },
  read: (view, values) => set(view, values.at(-1)!),
})

export const onOrOff = (value: string) => (value === 'on' ? true : value === 'off' ? false : value)
