import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ordered, rankSteps } from '@/lib/query/lineage-order'

describe('rankSteps', () => {
  const day = fc.integer({ min: 1, max: 9 }).map((n) => `2024-01-0${n}`)
  const time = fc.option(
    fc.tuple(day, day).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a })),
  )
  const steps = fc
    .array(time, { minLength: 1, maxLength: 8 })
    .map((times) => times.map((t, i): Ordered => ({ id: `s${i}`, time: t ?? {}, told: i })))

  it('contradicts no link, and no date unless a link does', () => {
    const links = fc.uniqueArray(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(steps, links, (list, pairs) => {
        const forward = pairs
          .filter(([a, b]) => a < b && b < list.length)
          .map(([a, b]) => ({ from: `s${a}`, to: `s${b}` }))
        const { ranks, conflicts } = rankSteps(list, forward)
        for (const { from, to } of forward) expect(ranks.get(from)!).toBeLessThan(ranks.get(to)!)
        // What must come after what, along any number of links.
        const after = new Map(list.map((step) => [step.id, new Set([step.id])]))
        for (const step of [...list].reverse()) {
          for (const link of forward.filter((one) => one.from === step.id)) {
            for (const id of after.get(link.to)!) after.get(step.id)!.add(id)
          }
        }
        const isBefore = (a: Ordered, b: Ordered) =>
          a.time.end !== undefined && b.time.start !== undefined && a.time.end < b.time.start
        const isTorn = list.some((a) =>
          list.some((b) => isBefore(a, b) && after.get(b.id)!.has(a.id)),
        )
        if (conflicts.length > 0) expect(isTorn).toBe(true)
        if (isTorn) return
        for (const a of list) {
          for (const b of list) {
            if (isBefore(a, b)) expect(ranks.get(a.id)!).toBeLessThan(ranks.get(b.id)!)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
