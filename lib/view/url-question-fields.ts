/** The part of an address that says what is asked: paths, a trace, a comparison, a story. */
import { type Field, list, one } from './url-field'

const onPath = (key: string, name: 'from' | 'to'): Field =>
  one(
    key,
    (view) => view.path[name],
    (view, value) => ({ ...view, path: { ...view.path, [name]: value } }),
  )

export const questionFields: Field[] = [
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
    'gap',
    (view) => view.path.longestGap,
    (view, value) => ({ ...view, path: { ...view.path, longestGap: Number(value) } }),
  ),
  list(
    'also',
    (view) => view.path.also.map((answer) => String(answer + 1)),
    (view, values) => ({
      ...view,
      path: { ...view.path, also: values.map((value) => Number(value) - 1) },
    }),
  ),
  one(
    'trace',
    (view) => view.trace,
    (view, trace) => ({ ...view, trace }),
  ),
  list(
    'fold',
    (view) => view.folded,
    (view, folded) => ({ ...view, folded }),
  ),
  list(
    'open',
    (view) => view.opened,
    (view, opened) => ({ ...view, opened }),
  ),
  one(
    'at',
    (view) => view.marked,
    (view, marked) => ({ ...view, marked }),
  ),
  list(
    'without',
    (view) => view.without,
    (view, without) => ({ ...view, without }),
  ),
  one(
    'compare',
    (view) => view.compare.by,
    (view, by) => ({ ...view, compare: { ...view.compare, by } }),
  ),
  one(
    'before',
    (view) => view.compare.before,
    (view, before) => ({ ...view, compare: { ...view.compare, before } }),
  ),
  one(
    'after',
    (view) => view.compare.after,
    (view, after) => ({ ...view, compare: { ...view.compare, after } }),
  ),
  list(
    'first',
    (view) => view.compare.first,
    (view, first) => ({ ...view, compare: { ...view.compare, first } }),
  ),
  list(
    'second',
    (view) => view.compare.second,
    (view, second) => ({ ...view, compare: { ...view.compare, second } }),
  ),
  one(
    'story',
    (view) => view.story,
    (view, story) => ({ ...view, story }),
  ),
  one(
    'step',
    (view) => (view.telling === undefined ? undefined : view.telling + 1),
    (view, value) => ({ ...view, telling: Number(value) - 1 }),
  ),
]
