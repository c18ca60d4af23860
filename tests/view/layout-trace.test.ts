import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { buildGraph } from '../../lib/graph/build'
import { traceLineage } from '../../lib/query/lineage'
import type { Case, Claim, Entity, Evidence } from '../../lib/schema'
import { layoutTrace } from '../../lib/view/layout/layout-trace'
import { traceElements } from '../../lib/view/trace-elements'
import { listOverlaps } from './overlaps'

const case_ = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))
const graph = buildGraph(case_)
const traceable = case_.entities.filter(
  ({ id, kind }) => (kind === 'paper' || kind === 'event') && graph.degree(id) > 0,
)

/** Papers in several lines that meet, each made by two and revised once: about forty steps. */
function longCase(): Case {
  const [document] = case_.documents
  const entities: Entity[] = []
  const claims: Claim[] = []
  const claim = (relation: string, from: string, to: string) => {
    const place = { document: document!.id, start: 0, end: 5, quote: document!.text.slice(0, 5) }
    const piece: Evidence = { ...place, stance: 'asserted', attribution: [], origin: 'human' }
    const id = `${relation} ${from} ${to}`
    claims.push({ id, relation, from, to, evidence: [piece], review: 'open' })
  }
  const add = (kind: Entity['kind'], name: string) => {
    entities.push({ id: name, kind, name, aliases: [] })
    return name
  }
  const target = add('paper', 'the final accord')
  for (let line = 0; line < 4; line++) {
    let last: string | undefined
    for (let i = 0; i < 5; i++) {
      const paper = add('paper', `draft ${i} of line ${line}`)
      claim('authored', add('organization', `ministry ${line} ${i}`), paper)
      claim('revised', add('person', `Person ${line} ${i}`), paper)
      if (last) claim('shaped', last, paper)
      last = paper
    }
    claim('shaped', last!, target)
  }
  return { ...case_, entities, mentions: [], claims }
}

describe('layoutTrace', () => {
  it.each(['right', 'down'] as const)('lays out forty steps to the %s', (direction) => {
    const long = buildGraph(longCase())
    const lineage = traceLineage(long, 'the final accord')
    expect(lineage.steps.length).toBeGreaterThanOrEqual(40)
    const layout = layoutTrace(lineage, traceElements(long, lineage), { direction })
    expect(listOverlaps(layout)).toEqual([])
    const along = direction === 'right' ? 'x' : 'y'
    const at = (id: string) => layout.positions[id]![along]
    for (const { from, to } of lineage.links) expect(at(from)).toBeLessThan(at(to))
    for (const a of lineage.steps) {
      for (const b of lineage.steps) if (a.rank < b.rank) expect(at(a.id)).toBeLessThan(at(b.id))
    }
  })

  it('fits a narrow screen from top to bottom, and a page from left to right', () => {
    const lineage = traceLineage(graph, '28-point-plan')
    const elements = traceElements(graph, lineage)
    const down = layoutTrace(lineage, elements, { direction: 'down' })
    expect(listOverlaps(down)).toEqual([])
    expect(down.bounds.w).toBeLessThan(390)
    // beside the open panel of a window of 1440 px, at full size
    expect(layoutTrace(lineage, elements).bounds.w).toBeLessThanOrEqual(1036)
  })

  it('has papers and events to trace in the sample', () => {
    expect(traceable.length).toBeGreaterThan(3)
  })

  it.each(traceable.map(({ id, name }) => [name, id]))('lays out %s', (_, id) => {
    const lineage = traceLineage(graph, id!)
    const elements = traceElements(graph, lineage)
    const layout = layoutTrace(lineage, elements)
    expect(listOverlaps(layout)).toEqual([])
    // a later rank is never further left, and steps of one rank stand in one column
    const columns = new Map<number, number>()
    for (const step of [...lineage.steps].sort((a, b) => a.rank - b.rank)) {
      const { x } = layout.positions[step.id]!
      expect(x).toBe(columns.get(step.rank) ?? x)
      for (const [rank, before] of columns) if (rank < step.rank) expect(x).toBeGreaterThan(before)
      columns.set(step.rank, x)
    }
    // whoever acted is there, at the step
    for (const step of lineage.steps)
      for (const actor of step.actors.filter((one) => one !== step.spine))
        expect(layout.positions[`${step.id}~${actor}`]).toBeDefined()
    expect(layoutTrace(lineage, elements)).toEqual(layout)
  })
})
