import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Constraint, horizon, placeInTime, type Window } from '@/lib/query/place-in-time'

const days = 6
const networkOf = (size: number) =>
  fc.record({
    windows: fc.array(
      fc
        .tuple(fc.nat({ max: days }), fc.nat({ max: days }))
        .map(([a, b]): Window => ({ first: Math.min(a, b), last: Math.max(a, b) })),
      { minLength: size, maxLength: size },
    ),
    constraints: fc.array(
      fc
        .record({
          before: fc.nat({ max: size - 1 }),
          after: fc.nat({ max: size - 1 }),
          least: fc.integer({ min: -2, max: 3 }),
          more: fc.option(fc.nat({ max: 2 })),
        })
        .map(
          ({ more, ...rest }): Constraint => ({
            ...rest,
            ...(more !== null && { most: rest.least + more }),
          }),
        ),
      { maxLength: 6 },
    ),
  })
const network = fc.integer({ min: 1, max: 4 }).chain(networkOf)

const holds = ({ before, after, least, most }: Constraint, moments: number[]) => {
  const between = moments[after]! - moments[before]!
  return between >= least && (most === undefined || between <= most)
}

/** Every way to place all within their windows that keeps the constraints. */
function everyPlacing(windows: Window[], constraints: Constraint[]): number[][] {
  let rows: number[][] = [[]]
  for (const [placed, { first, last }] of windows.entries()) {
    const moments = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    const due = constraints.filter(({ before, after }) => Math.max(before, after) === placed)
    rows = rows
      .flatMap((row) => moments.map((moment) => [...row, moment]))
      .filter((row) => due.every((one) => holds(one, row)))
  }
  return rows
}

describe('placeInTime', () => {
  it('finds the windows that trying every placing finds, and drops only what cannot be kept', () => {
    fc.assert(
      fc.property(network, ({ windows, constraints }) => {
        const placed = placeInTime(windows, constraints)
        const kept = placed.kept.map((i) => constraints[i]!)
        const rows = everyPlacing(windows, kept)
        expect(rows.length).toBeGreaterThan(0)
        expect(placed.windows).toEqual(
          windows.map((_, i) => ({
            first: Math.min(...rows.map((row) => row[i]!)),
            last: Math.max(...rows.map((row) => row[i]!)),
          })),
        )
        expect(placed.kept.length + placed.clashes.length).toBe(constraints.length)
        for (const { dropped } of placed.clashes) {
          const earlier = placed.kept.filter((i) => i < dropped).map((i) => constraints[i]!)
          expect(everyPlacing(windows, [...earlier, constraints[dropped]!])).toEqual([])
        }
      }),
      { numRuns: 600 },
    )
  })

  it('names a smallest set that clashes', () => {
    fc.assert(
      fc.property(networkOf(3), ({ windows, constraints }) => {
        const anywhere = { first: -15, last: 20 }
        for (const clash of placeInTime(windows, constraints).clashes) {
          const held = (named: number[]) =>
            windows.map((w, i) => (named.includes(i) ? w : anywhere))
          const of = (named: number[]) => [...named, clash.dropped].map((i) => constraints[i]!)
          expect(everyPlacing(held(clash.windows), of(clash.constraints))).toEqual([])
          for (const spared of clash.constraints) {
            const rest = clash.constraints.filter((one) => one !== spared)
            expect(everyPlacing(held(clash.windows), of(rest)).length).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('leaves open what nothing is known of, and still sees a circle there', () => {
    const open = { first: -horizon, last: horizon }
    const follow = (before: number, later: number) => ({ before, after: later, least: 1 })
    const { kept, clashes } = placeInTime(
      [open, open, open],
      [follow(0, 1), follow(1, 2), follow(2, 0)],
    )
    expect(kept).toEqual([0, 1])
    expect(clashes).toEqual([{ dropped: 2, constraints: [0, 1], windows: [] }])
  })
})
