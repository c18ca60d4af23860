import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { buildGraph } from '../../lib/graph/build'
import { answerCompare, drawAnswer } from '../../lib/view/show-view'
import { type ViewState, wholeCase } from '../../lib/view/state'

const sample = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))
const graph = buildGraph(sample)
const between = (compare: Partial<ViewState['compare']>): ViewState => ({
  ...wholeCase,
  mode: 'compare',
  compare: { ...wholeCase.compare, ...compare },
})
const draw = (view: ViewState) => {
  const changes = answerCompare(graph, view)
  return { changes, ...drawAnswer(graph, view, { changes }) }
}
const [early, late] = sample.documents.map(({ publishedAt }) => publishedAt!)

describe('what changed', () => {
  it('waits for both sides', () => {
    expect(answerCompare(graph, between({}))).toBeUndefined()
    expect(answerCompare(graph, between({ by: 'documents', first: ['report-1'] }))).toBeUndefined()
  })

  it('is nothing between a case and itself', () => {
    const { changes, edges } = draw(between({ before: late, after: late }))
    expect(changes!.groups).toEqual([])
    expect(edges.length).toBeGreaterThan(10)
    expect(edges.every((edge) => edge.faded && !edge.sign)).toBe(true)
  })

  it('is told once in the list, and signed alike in the picture', () => {
    const { changes, edges, nodes } = draw(between({ before: early }))
    expect(changes!.documents).toEqual({ before: 1, after: 2 })
    const told = changes!.groups.flatMap(({ sign, claims }) =>
      claims.map(({ claim }): [string, string] => [claim.id, sign]),
    )
    const signs = new Map(told)
    expect(signs.size).toBe(told.length)
    expect(new Set(signs.values())).toEqual(new Set(['new', 'strengthened']))
    for (const edge of edges) expect(edge.sign).toBe(signs.get(edge.id))
    for (const id of changes!.entities.new)
      expect(nodes.find((node) => node.id === id)?.sign ?? 'new').toBe('new')
  })

  it('turns round with its sides', () => {
    const ids = { one: ['report-1'], two: ['report-2'] }
    const there = answerCompare(
      graph,
      between({ by: 'documents', first: ids.one, second: ids.two }),
    )!
    const back = answerCompare(
      graph,
      between({ by: 'documents', first: ids.two, second: ids.one }),
    )!
    const of = ({ groups }: typeof there, wanted: string) =>
      (groups.find(({ sign }) => sign === wanted)?.claims ?? []).map(({ claim }) => claim.id).sort()
    expect(of(there, 'new')).toEqual(of(back, 'gone'))
    expect(of(there, 'gone')).toEqual(of(back, 'new'))
    expect(of(there, 'new').length).toBeGreaterThan(0)
  })
})
