/** The part of an address that says what is shown and what is let through. */
import { pointSchema } from './state'
import { type Field, list, one, onOrOff } from './url-field'

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

export const viewFields: Field[] = [
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
    'show',
    (view) => (view.whole ? 'all' : 'best'),
    (view, value) => ({ ...view, whole: value === 'all' || (value === 'best' ? false : value) }),
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
]

const round = (value: number) => Math.round(value * 10) / 10

/** `120,-40.5,steve-witkoff` */
function readPin(value: string): [string, unknown] {
  const [x = '', y = '', ...id] = value.split(',')
  const point = { x: x === '' ? Number.NaN : Number(x), y: y === '' ? Number.NaN : Number(y) }
  return [id.join(','), pointSchema.safeParse(point).data ?? value]
}
