/**
 * View state <-> URL query, so that an address restores the exact view:
 * `?sel=steve-witkoff&kind=person&kind=paper&labels=on`. Lists repeat their key.
 */
import type { Problem } from '../errors'
import { pointSchema, type ViewState, viewStateSchema, wholeCase } from './state'

type Field = {
  key: string
  /** What to write; nothing where the view has the default. */
  write: (view: ViewState) => string[]
  /** Lays what was read over a view; the schema checks the outcome. */
  read: (view: ViewState, values: string[]) => unknown
}

const list = (
  key: string,
  get: (view: ViewState) => readonly string[] | undefined,
  set: (view: ViewState, values: string[]) => unknown,
): Field => ({ key, write: (view) => [...(get(view) ?? [])], read: set })

const one = (
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

const inFilter = (key: string, name: 'kinds' | 'relations' | 'stances' | 'sources'): Field =>
  list(
    key,
    (view) => view.filter[name],
    (view, values) => ({
      ...view,
      // `kind=` alone is a filter that lets no kind through, which no `kind` at all is not
      filter: { ...view.filter, [name]: values.filter((value) => value !== '') },
    }),
  )

const filterField = (key: string, name: 'kinds' | 'relations' | 'stances' | 'sources'): Field => {
  const field = inFilter(key, name)
  return {
    ...field,
    write: (view) => (view.filter[name]?.length === 0 ? [''] : field.write(view)),
  }
}

const onPath = (key: string, name: 'from' | 'to'): Field =>
  one(
    key,
    (view) => view.path[name],
    (view, value) => ({ ...view, path: { ...view.path, [name]: value } }),
  )

const fields: Field[] = [
  one(
    'mode',
    (view) => view.mode,
    (view, mode) => ({ ...view, mode }),
  ),
  list(
    'sel',
    (view) => view.selection,
    (view, selection) => ({ ...view, selection }),
  ),
  list(
    'focus',
    (view) => view.focus,
    (view, focus) => ({ ...view, focus }),
  ),
  one(
    'depth',
    (view) => view.depth,
    (view, depth) => ({ ...view, depth: Number(depth) }),
  ),
  one(
    'direction',
    (view) => view.direction,
    (view, direction) => ({ ...view, direction }),
  ),
  filterField('kind', 'kinds'),
  filterField('relation', 'relations'),
  filterField('stance', 'stances'),
  filterField('source', 'sources'),
  one(
    'since',
    (view) => view.filter.since,
    (view, since) => ({ ...view, filter: { ...view.filter, since } }),
  ),
  one(
    'until',
    (view) => view.filter.until,
    (view, until) => ({ ...view, filter: { ...view.filter, until } }),
  ),
  one(
    'dated',
    (view) => (view.filter.dated ? 'only' : undefined),
    (view, value) => ({ ...view, filter: { ...view.filter, dated: value === 'only' || value } }),
  ),
  list(
    'hide',
    (view) => view.hidden,
    (view, hidden) => ({ ...view, hidden }),
  ),
  list(
    'expand',
    (view) => view.expanded,
    (view, expanded) => ({ ...view, expanded }),
  ),
  list(
    'collapse',
    (view) => view.collapsed,
    (view, collapsed) => ({ ...view, collapsed }),
  ),
  list(
    'pin',
    (view) => Object.entries(view.pinned).map(([id, { x, y }]) => `${round(x)},${round(y)},${id}`),
    (view, values) => ({
      ...view,
      pinned: Object.fromEntries(values.map(readPin)),
    }),
  ),
  one(
    'meetings',
    (view) => view.projection,
    (view, projection) => ({ ...view, projection }),
  ),
  one(
    'attestors',
    (view) => (view.attestors ? 'on' : 'off'),
    (view, value) => ({ ...view, attestors: onOrOff(value) }),
  ),
  one(
    'labels',
    (view) => view.labels,
    (view, labels) => ({ ...view, labels }),
  ),
  one(
    'as',
    (view) => (view.list ? 'list' : 'picture'),
    (view, value) => ({ ...view, list: value === 'list' || (value === 'picture' ? false : value) }),
  ),
  one(
    'tidy',
    (view) => (view.tidy ? 'on' : 'off'),
    (view, value) => ({ ...view, tidy: onOrOff(value) }),
  ),
  onPath('from', 'from'),
  onPath('to', 'to'),
  list(
    'via',
    (view) => view.path.via,
    (view, via) => ({ ...view, path: { ...view.path, via } }),
  ),
  list(
    'avoid',
    (view) => view.path.avoid,
    (view, avoid) => ({ ...view, path: { ...view.path, avoid } }),
  ),
  one(
    'by',
    (view) => view.path.mode,
    (view, mode) => ({ ...view, path: { ...view.path, mode } }),
  ),
  one(
    'order',
    (view) => (view.path.anyOrder ? 'any' : 'time'),
    (view, value) => ({
      ...view,
      path: { ...view.path, anyOrder: value === 'any' || (value === 'time' ? false : value) },
    }),
  ),
  one(
    'hops',
    (view) => view.path.maxHops,
    (view, value) => ({ ...view, path: { ...view.path, maxHops: Number(value) } }),
  ),
  one(
    'answer',
    (view) => view.path.chosen + 1,
    (view, value) => ({ ...view, path: { ...view.path, chosen: Number(value) - 1 } }),
  ),
  one(
    'trace',
    (view) => view.trace,
    (view, trace) => ({ ...view, trace }),
  ),
]

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

const round = (value: number) => Math.round(value * 10) / 10

const onOrOff = (value: string) => (value === 'on' ? true : value === 'off' ? false : value)

/** `120,-40.5,steve-witkoff` */
function readPin(value: string): [string, unknown] {
  const [x = '', y = '', ...id] = value.split(',')
  const point = { x: x === '' ? Number.NaN : Number(x), y: y === '' ? Number.NaN : Number(y) }
  return [id.join(','), pointSchema.safeParse(point).data ?? value]
}
