import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { buildGraph } from '../../lib/graph/build'
import { traceLineage } from '../../lib/query/lineage'
import { drawAnswer } from '../../lib/view/show-view'
import { type ViewState, wholeCase } from '../../lib/view/state'
import { stepOf, subjectOf, traceElements } from '../../lib/view/trace-elements'

const sample = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))
const graph = buildGraph(sample)
const plan = sample.entities.find(({ name }) => name === '28-point plan')!.id
const lineage = traceLineage(graph, plan)
const view: ViewState = { ...wholeCase, mode: 'trace', trace: plan }

describe('a lineage in the picture', () => {
  it('ties everything drawn to its step and to what is behind it', () => {
    const { nodes, edges } = traceElements(graph, lineage)
    const known = new Set([...sample.entities, ...sample.claims].map(({ id }) => id))
    for (const { id } of nodes) {
      expect(lineage.steps.map((step) => step.id)).toContain(stepOf(lineage, id))
      expect(known).toContain(subjectOf(lineage, id))
    }
    for (const edge of edges) {
      expect(stepOf(lineage, edge.id)).toBeDefined()
      // an order in time is no relation of the case
      expect(known.has(subjectOf(lineage, edge.id))).toBe(edge.label !== 'then')
    }
  })

  it('says what is no plain statement in the words, not by the line alone', () => {
    const { nodes } = traceElements(graph, lineage)
    const hedged = lineage.steps.filter(
      ({ claims, doubts }) => claims.length > 0 && doubts.length > 0,
    )
    expect(hedged.length).toBeGreaterThan(0)
    expect(nodes.some(({ label }) => /20-point plan, hedged/.test(label))).toBe(true)
  })

  it('leaves out those who acted where it is folded', () => {
    const whole = traceElements(graph, lineage)
    const folded = traceElements(graph, lineage, { folded: lineage.steps.map((s) => s.spine) })
    expect(folded.nodes.map(({ id }) => id)).toEqual(lineage.steps.map(({ id }) => id))
    expect(whole.nodes.length).toBeGreaterThan(folded.nodes.length)
  })

  it('lets what is outside the chosen days recede, and moves nothing', () => {
    const early = drawAnswer(graph, { ...view, filter: { until: '2025-10-31' } }, { lineage })
    const whole = drawAnswer(graph, view, { lineage })
    expect(early.nodes.map(({ id }) => id)).toEqual(whole.nodes.map(({ id }) => id))
    const faded = early.nodes.filter((node) => node.faded).map(({ label }) => label)
    expect(faded).toContain('Axios')
    expect(faded).not.toContain('Steve Witkoff')
    expect(whole.nodes.some((node) => node.faded)).toBe(false)
  })
})
