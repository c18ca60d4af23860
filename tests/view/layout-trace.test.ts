import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { buildGraph } from '../../lib/graph/build'
import { traceLineage } from '../../lib/query/lineage'
import { layoutTrace } from '../../lib/view/layout/layout-trace'
import { traceElements } from '../../lib/view/trace-elements'
import { listOverlaps } from './overlaps'

const case_ = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))
const graph = buildGraph(case_)
const traceable = case_.entities.filter(
  ({ id, kind }) => (kind === 'paper' || kind === 'event') && graph.degree(id) > 0,
)

describe('layoutTrace', () => {
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
