import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { buildGraph } from '../../lib/graph/build'
import { entityKinds } from '../../lib/schema'
import { type Elements, selectElements } from '../../lib/view/elements'
import { layoutGraph } from '../../lib/view/layout/layout-graph'
import { wholeCase } from '../../lib/view/state'
import { countCrossings, listOverlaps, listRects } from './overlaps'

const sampleFile = 'data/sample/peace-plan.case.json'
const articlesFile = '../shared/cases/peace-plan-articles.case.json'
const load = (file: string) =>
  selectElements(buildGraph(parseCase(readFileSync(file, 'utf8'))), wholeCase)

const words = fc
  .array(fc.stringMatching(/^[a-zA-Zа-яё]{1,12}$/u), { minLength: 1, maxLength: 5 })
  .map((list) => list.join(' '))

/** Any graph of up to 24 nodes: parallel relations, loops and loose pieces included. */
const elementsArbitrary: fc.Arbitrary<Elements> = fc
  .tuple(
    fc.array(fc.record({ kind: fc.constantFrom(...entityKinds), label: words }), {
      minLength: 1,
      maxLength: 24,
    }),
    fc.array(fc.record({ from: fc.nat(23), to: fc.nat(23), label: words }), { maxLength: 26 }),
  )
  .map(([nodes, edges]) => ({
    nodes: nodes.map((node, i) => ({ id: `n${i}`, ...node })),
    edges: edges.map(({ from, to, label }, i) => ({
      id: `e${i}`,
      from: `n${from % nodes.length}`,
      to: `n${to % nodes.length}`,
      relation: 'met',
      label,
      stance: 'asserted',
      sources: 1,
      directed: true,
    })),
  }))

describe('layoutGraph', () => {
  it('lets nothing cover anything, whatever the graph', () => {
    fc.assert(
      fc.property(elementsArbitrary, fc.constantFrom(0.5, 1, 1.6), (elements, aspect) => {
        const layout = layoutGraph(elements, { width: 900 * aspect, height: 900 })
        expect(listOverlaps(layout)).toEqual([])
        expect(Object.keys(layout.positions)).toHaveLength(elements.nodes.length)
        expect(Object.keys(layout.labels)).toHaveLength(elements.edges.length)
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  it('holds every name and label inside its bounds', () => {
    const layout = layoutGraph(load(sampleFile))
    const { bounds } = layout
    for (const { rect } of listRects(layout)) {
      expect(Math.abs(rect.x - bounds.x) + rect.w / 2).toBeLessThanOrEqual(bounds.w / 2 + 0.01)
      expect(Math.abs(rect.y - bounds.y) + rect.h / 2).toBeLessThanOrEqual(bounds.h / 2 + 0.01)
    }
  })

  it('keeps every word of every label', () => {
    const elements = load(sampleFile)
    const layout = layoutGraph(elements)
    for (const node of elements.nodes)
      expect(layout.boxes[node.id]!.lines.join(' ').replaceAll('- ', '-')).toBe(node.label)
    for (const edge of elements.edges)
      expect(layout.labels[edge.id]!.lines.join(' ')).toBe(edge.label)
  })

  it('gives the same answer twice', () => {
    const elements = load(sampleFile)
    expect(layoutGraph(elements)).toEqual(layoutGraph(elements))
  })

  it('shapes the picture like the room it is given', () => {
    const elements = load(sampleFile)
    const wide = layoutGraph(elements, { width: 1600, height: 800 }).bounds
    const tall = layoutGraph(elements, { width: 400, height: 800 }).bounds
    expect(wide.w).toBeGreaterThan(wide.h)
    expect(tall.h).toBeGreaterThan(tall.w)
  })

  it('leaves what was placed where it was when nodes join', () => {
    const elements = load(sampleFile)
    const nodes = elements.nodes.slice(0, 15)
    const ids = new Set(nodes.map((node) => node.id))
    const edges = elements.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to))
    const before = layoutGraph({ nodes, edges })
    const after = layoutGraph(elements, { previous: before })
    for (const id of ids) expect(after.positions[id]).toEqual(before.positions[id])
    expect(Object.keys(after.positions)).toHaveLength(elements.nodes.length)
  })

  it('puts pinned nodes where the user did', () => {
    const elements = load(sampleFile)
    const pinned = { [elements.nodes[3]!.id]: { x: 410, y: -120 } }
    const before = layoutGraph(elements)
    expect(layoutGraph(elements, { pinned }).positions).toMatchObject(pinned)
    const { positions } = layoutGraph(elements, { pinned, previous: before })
    expect(positions).toMatchObject(pinned)
    expect(positions[elements.nodes[0]!.id]).toEqual(before.positions[elements.nodes[0]!.id])
  })

  it('fans parallel relations out', () => {
    const relation = { relation: 'met', label: 'met', stance: 'asserted', sources: 1 } as const
    const layout = layoutGraph({
      nodes: [
        { id: 'a', kind: 'person', label: 'A' },
        { id: 'b', kind: 'person', label: 'B' },
      ],
      edges: ['1', '2', '3'].map((id) => ({
        ...relation,
        id,
        from: id === '2' ? 'b' : 'a',
        to: id === '2' ? 'a' : 'b',
        directed: false,
      })),
    })
    const middles = Object.values(layout.curves).map(({ from, to, control }) =>
      control ? `${control.x} ${control.y}` : `${(from.x + to.x) / 2} ${(from.y + to.y) / 2}`,
    )
    expect(new Set(middles).size).toBe(3)
  })

  it('has an answer for no nodes at all', () => {
    expect(layoutGraph({ nodes: [], edges: [] })).toMatchObject({ positions: {}, bounds: { w: 0 } })
  })

  it('places every node of a large graph at a point of its own', () => {
    const nodes = Array.from({ length: 300 }, (_, i) => ({
      id: `n${i}`,
      kind: 'person' as const,
      label: `Person ${i}`,
    }))
    const edges = nodes.slice(1).map((node, i) => ({
      id: `e${i}`,
      from: node.id,
      to: `n${Math.floor(i / 3)}`,
      relation: 'met',
      label: 'met',
      stance: 'asserted' as const,
      sources: 1,
      directed: false,
    }))
    const { positions } = layoutGraph({ nodes, edges })
    const places = Object.values(positions).map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(300)
    expect(places.some((place) => place.includes('NaN'))).toBe(false)
  })

  it.skipIf(!existsSync(articlesFile))(
    'draws the articles’ case whole: 36 labels, nothing covered, few crossings, in a window',
    () => {
      const elements = load(articlesFile)
      for (const room of [
        { width: 1120, height: 860 },
        { width: 1180, height: 830 },
      ]) {
        const layout = layoutGraph(elements, room)
        expect(Object.keys(layout.labels)).toHaveLength(36)
        expect(listOverlaps(layout)).toEqual([])
        expect(countCrossings(Object.values(layout.curves))).toBeLessThanOrEqual(8)
        expect(layout.bounds.w).toBeLessThanOrEqual(1120)
        expect(layout.bounds.h).toBeLessThanOrEqual(860)
      }
    },
  )
})
