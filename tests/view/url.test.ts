import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relationTypes } from '../../lib/ontology'
import { entityKinds, stances } from '../../lib/schema'
import { type ViewState, wholeCase } from '../../lib/view/state'
import { decodeView, encodeView } from '../../lib/view/url'

const id = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
const ids = fc.uniqueArray(id, { maxLength: 4 })
const coordinate = fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 10)
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const viewArbitrary: fc.Arbitrary<ViewState> = fc.record({
  mode: fc.constantFrom('explore', 'path', 'trace', 'compare', 'story'),
  focus: ids,
  depth: fc.constantFrom(1, 2, 3),
  direction: fc.constantFrom('any', 'out', 'in'),
  selection: ids,
  filter: fc.record(
    {
      kinds: fc.subarray([...entityKinds]),
      relations: fc.subarray(relationTypes.map((type) => type.id)),
      stances: fc.subarray([...stances]),
      sources: ids,
      since: day,
      until: day,
      dated: fc.constant(true),
    },
    { requiredKeys: [] },
  ),
  hidden: ids,
  pinned: fc.dictionary(
    id.filter((key) => key !== '__proto__'),
    fc.record({ x: coordinate, y: coordinate }),
    { maxKeys: 3 },
  ),
  expanded: ids,
  collapsed: ids,
  projection: fc.constantFrom('events', 'actors'),
  attestors: fc.boolean(),
  labels: fc.constantFrom('auto', 'on', 'off'),
  list: fc.boolean(),
  whole: fc.boolean(),
  tidy: fc.boolean(),
  path: fc.record({
    from: maybe(id),
    to: maybe(id),
    via: ids,
    avoid: ids,
    mode: fc.constantFrom('connected', 'travelled'),
    anyOrder: fc.boolean(),
    maxHops: maybe(fc.integer({ min: 1, max: 12 })),
    longestGap: maybe(fc.nat({ max: 36_500 })),
    chosen: fc.integer({ min: 0, max: 9 }),
    also: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
  }),
  trace: maybe(id),
  folded: ids,
  opened: ids,
  marked: maybe(id),
  without: ids,
  compare: fc.record({
    by: fc.constantFrom('time', 'documents'),
    before: maybe(day),
    after: maybe(day),
    first: ids,
    second: ids,
  }),
  story: maybe(id),
  telling: maybe(fc.nat({ max: 199 })),
})

describe('the address of a view', () => {
  it('restores any view exactly', () => {
    fc.assert(
      fc.property(viewArbitrary, (view) => {
        const { view: read, problems } = decodeView(new URLSearchParams(encodeView(view)))
        expect(problems).toEqual([])
        expect(read).toEqual({ ...view, pinned: { ...view.pinned } })
      }),
    )
  })

  it('is empty for the case as it opens', () => {
    expect(encodeView(wholeCase)).toBe('')
    expect(decodeView(new URLSearchParams()).view).toEqual(wholeCase)
  })

  it('tells a filter that lets nothing through from no filter', () => {
    const { view } = decodeView(
      new URLSearchParams(encodeView({ ...wholeCase, filter: { kinds: [] } })),
    )
    expect(view.filter.kinds).toEqual([])
  })

  it('drops and names what is broken, and keeps the rest', () => {
    const query = new URLSearchParams(
      'sel=a&depth=9&kind=ghost&mode=fly&pin=x,2,b&since=yesterday&labels=on&what=ever&hops=0',
    )
    const { view, problems } = decodeView(query)
    expect(view).toEqual({ ...wholeCase, selection: ['a'], labels: 'on' })
    expect(problems.map((problem) => problem.path).sort()).toEqual([
      'depth',
      'hops',
      'kind',
      'mode',
      'pin',
      'since',
      'what',
    ])
    expect(problems.find((problem) => problem.path === 'kind')).toMatchObject({ value: 'ghost' })
  })

  it('never throws, whatever an address holds', () => {
    const keys = [
      'sel',
      'depth',
      'kind',
      'pin',
      'since',
      'answer',
      'also',
      'hops',
      'gap',
      'compare',
      'before',
      'step',
      'as',
      'show',
      'tidy',
      'dated',
      'x',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.string()), { maxLength: 12 }),
        (pairs) => {
          const { view } = decodeView(new URLSearchParams(pairs))
          expect(decodeView(new URLSearchParams(encodeView(view))).problems).toEqual([])
        },
      ),
    )
  })
})
