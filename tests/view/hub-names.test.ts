import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NameableShape, nameSize, placeNames } from '@/lib/view/hub-names'

const [width, height] = [1000, 600]

const shapeAt = (id: string, x: number, y: number, weight: number): NameableShape => ({
  id,
  lines: [`Name of ${id}`],
  shape: { x, y, w: 10, h: 10 },
  weight,
})

const shapes = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: width }), fc.integer({ min: 0, max: height }), fc.nat(40)),
    {
      maxLength: 200,
    },
  )
  .map((places) => places.map(([x, y, weight], i) => shapeAt(`n${i}`, x, y, weight)))

describe('names of hubs', () => {
  it('never meet each other nor leave the sides of the screen', () => {
    fc.assert(
      fc.property(shapes, (all) => {
        const boxes = placeNames(all, width).map(({ id, at }) => {
          const { shape, lines } = all.find((one) => one.id === id)!
          return { x: shape.x + at.x, y: shape.y + at.y, ...nameSize(lines) }
        })
        for (const [i, a] of boxes.entries()) {
          expect(a.x - a.w / 2).toBeGreaterThanOrEqual(0)
          expect(a.x + a.w / 2).toBeLessThanOrEqual(width)
          for (const b of boxes.slice(i + 1))
            expect(
              Math.abs(a.x - b.x) * 2 >= a.w + b.w || Math.abs(a.y - b.y) * 2 >= a.h + b.h,
            ).toBe(true)
        }
      }),
    )
  })

  it('name the best connected where not all have room', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => shapeAt(`n${i}`, 500 + i, 300, i))
    const named = placeNames(crowd, width).map(({ id }) => id)
    expect(named).toContain('n29')
    expect(named.length).toBeLessThan(30)
  })

  it('names everyone where there is room', () => {
    const row = Array.from({ length: 8 }, (_, i) => shapeAt(`n${i}`, 60 + i * 120, 300, 1))
    expect(placeNames(row, width)).toHaveLength(8)
  })
})
