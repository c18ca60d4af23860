import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { buildGraph } from '../../lib/graph/build'
import { withoutSources } from '../../lib/graph/without'
import { traceLineage } from '../../lib/query/lineage'
import { findPaths } from '../../lib/query/paths'
import { drawAnswer } from '../../lib/view/show-view'
import { listSourceChoices } from '../../lib/view/source-choices'
import { whatStands } from '../../lib/view/standing'
import { type ViewState, wholeCase } from '../../lib/view/state'

const sample = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))
const graph = buildGraph(sample)
const papers = sample.entities.filter(({ kind }) => kind === 'paper')
const choices = listSourceChoices(sample, sample.claims)
const all = [...choices.reports, ...choices.named, ...choices.anonymous]

describe('a source switched off', () => {
  it('is offered once, with what rests on it', () => {
    expect(choices.reports.map(({ id }) => id).sort()).toEqual(['report-1', 'report-2'])
    expect(choices.named.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Bloomberg', 'ABC News']),
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const one of all) {
      const left = withoutSources(sample, [one.id])
      expect(one.only, one.label).toBe(sample.claims.length - left.claims.length)
      expect(one.claims).toBeGreaterThan(0)
    }
  })

  it.each(all.map(({ label, id }) => [label, id]))(
    'leaves what never rested on it: %s',
    (_, id) => {
      const view = { ...wholeCase, without: [id!] }
      const left = buildGraph(withoutSources(sample, [id!]))
      for (const { id: target } of papers) {
        const lineage = traceLineage(graph, target)
        const standing = whatStands(graph, view, { lineage })!
        const still = new Set(traceLineage(left, target).steps.map((step) => step.spine))
        for (const step of lineage.steps)
          if (!standing.steps.has(step.id)) expect(still).toContain(step.spine)
        for (const claim of lineage.claims)
          expect(standing.fallen.has(claim.id)).toBe(standing.claim(claim.id) === undefined)
      }
      const question = { from: 'russia', to: '28-point-plan', mode: 'connected' } as const
      const answer = findPaths(graph, question)
      const { paths: fallen } = whatStands(graph, view, { answer, question })!
      const found = new Set(
        findPaths(left, { ...question, limit: 1000 }).paths.map(({ nodes }) => nodes.join()),
      )
      expect(answer.paths.map((path) => !found.has(path.nodes.join()))).toEqual(
        answer.paths.map((_, i) => fallen.has(i)),
      )
    },
  )

  it('leaves its relations in the picture, faded and marked', () => {
    const view: ViewState = { ...wholeCase, without: ['Bloomberg'] }
    const standing = whatStands(graph, view, {})!
    const { edges, nodes } = drawAnswer(graph, view, { standing })
    const fallen = edges.filter((edge) => edge.sign === 'fallen')
    expect(fallen.map(({ id }) => id).sort()).toEqual([...standing.fallen].sort())
    expect(fallen.every((edge) => edge.faded)).toBe(true)
    expect(nodes.filter((node) => node.sign === 'fallen').map(({ label }) => label)).toContain(
      '20-point plan',
    )
  })

  it('is nothing while every source counts', () => {
    expect(whatStands(graph, wholeCase, {})).toBeUndefined()
  })
})
