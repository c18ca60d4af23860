import { describe, expect, it } from 'vitest'
import { buildGraph, graphCase } from '../../lib/graph/build'
import { projectEvents } from '../../lib/graph/projection'
import { neighbours } from '../../lib/query/neighbours'
import { selectElements } from '../../lib/view/elements'
import { emphasize } from '../../lib/view/emphasis'
import { fitView } from '../../lib/view/fit-view'
import { describeNeighbours } from '../../lib/view/neighbours-csv'
import { splitQuote } from '../../lib/view/quote-parts'
import { type ViewState, wholeCase } from '../../lib/view/state'
import { articlesPath, hasArticles, readCase, samplePath } from '../query/real-cases'

const sample = readCase(samplePath)
const graph = buildGraph(sample)
const show = (change: Partial<ViewState> = {}) => selectElements(graph, { ...wholeCase, ...change })
const ids = (elements: { id: string }[]) => elements.map((element) => element.id).sort()
const connected = graph.filterNodes((id) => graph.degree(id) > 0)
const find = (name: string) => sample.entities.find((entity) => entity.name === name)!.id

describe('what a view shows', () => {
  it('is everything that has a relation, and nothing strewn about', () => {
    expect(ids(show().nodes)).toEqual([...connected].sort())
    expect(show().edges).toHaveLength(graph.size)
    expect(connected.length).toBeLessThan(sample.entities.length)
  })

  it('marks a contested relation in its words, and points no arrow along a meeting', () => {
    const edges = show().edges
    expect(edges.find((edge) => edge.relation === 'described')).toMatchObject({
      stance: 'contested',
      label: expect.stringContaining('≠'),
    })
    expect(edges.find((edge) => edge.relation === 'met')?.directed).toBe(false)
    expect(edges.find((edge) => edge.relation === 'advised')?.directed).toBe(true)
  })

  it('in focus, is the same answer as the list of neighbours', () => {
    for (const depth of [1, 2, 3] as const)
      for (const direction of ['any', 'in', 'out'] as const)
        for (const filter of [{}, { kinds: ['paper' as const, 'event' as const] }]) {
          const focus = find('Steve Witkoff')
          const { layers } = neighbours(graph, focus, { depth, direction, filter })
          const shown = show({ focus: [focus], depth, direction, filter })
          expect(ids(shown.nodes)).toEqual([focus, ...layers.map((layer) => layer.id)].sort())
        }
  })

  it('counts hidden neighbours on the entity they hang on; expanding brings exactly them', () => {
    const focus = find('Steve Witkoff')
    const shown = show({ focus: [focus] })
    const badged = shown.nodes.find((node) => node.badge)!
    const expanded = show({ focus: [focus], expanded: [badged.id] })
    expect(expanded.nodes.length - shown.nodes.length).toBe(badged.badge)
    expect(expanded.nodes.find((node) => node.id === badged.id)?.badge).toBeUndefined()
  })

  it('folds away only what hangs on nothing else, and says how many', () => {
    const plan = find('28-point plan')
    const before = show()
    const after = show({ collapsed: [plan] })
    const gone = before.nodes.filter((node) => !after.nodes.some(({ id }) => id === node.id))
    expect(gone.length).toBeGreaterThan(0)
    for (const { id } of gone) expect(graph.neighbors(id)).toEqual([plan])
    expect(after.nodes.find((node) => node.id === plan)?.badge).toBe(gone.length)
  })

  it('hides an entity with its relations', () => {
    const hidden = find('Donald Trump')
    const shown = show({ hidden: [hidden] })
    expect(shown.nodes.some((node) => node.id === hidden)).toBe(false)
    expect(shown.edges.some((edge) => edge.from === hidden || edge.to === hidden)).toBe(false)
  })

  it('drops what a filter leaves without any relation', () => {
    const shown = show({ filter: { relations: ['participated'] } })
    expect(shown.nodes.map((node) => node.kind).sort()).toEqual([
      'event',
      'person',
      'person',
      'person',
    ])
  })

  it('draws those that only report or deny when asked, each tied to what it attests', () => {
    const shown = show({ attestors: true })
    const added = shown.nodes.filter(({ id }) => !connected.includes(id)).map((node) => node.label)
    expect(added).toContain('White House')
    expect(added).toContain('Bloomberg')
    for (const { id, label } of shown.nodes)
      expect(
        shown.edges.some((edge) => edge.from === id || edge.to === id),
        `${label} is strewn about`,
      ).toBe(true)
  })

  it('shows who met whom when events are folded', () => {
    const folded = buildGraph(projectEvents(sample))
    const shown = selectElements(folded, { ...wholeCase, projection: 'actors' })
    expect(shown.nodes.some((node) => node.kind === 'event')).toBe(false)
    const [kushner, dmitriev] = [find('Jared Kushner'), find('Kirill Dmitriev')]
    expect(
      shown.edges.some(
        (edge) =>
          edge.relation === 'met' &&
          [edge.from, edge.to].sort().join() === [kushner, dmitriev].sort().join(),
      ),
    ).toBe(true)
  })
})

describe('a case too large to draw', () => {
  it('opens on its best connected part and counts the rest', () => {
    const names = Array.from({ length: 1600 }, (_, i) => `n${i}`)
    const [entity, claim] = [sample.entities[0]!, sample.claims[0]!]
    const large = buildGraph({
      ...sample,
      entities: names.map((id) => ({ ...entity, id, name: id })),
      mentions: [],
      claims: names
        .slice(1)
        .flatMap((id, i) => [
          { ...claim, id: `a${i}`, from: id, to: 'n0' },
          { ...claim, id: `b${i}`, from: id, to: `n${(i * i) % 40}` },
        ])
        .filter(({ from, to }) => from !== to),
    })
    const shown = selectElements(large, wholeCase)
    expect(shown.nodes.map((node) => node.id)).toContain('n0')
    expect(shown.nodes.length).toBeLessThan(200)
    expect(shown.omitted).toBe(1600 - shown.nodes.length)
    expect(shown.nodes.find((node) => node.id === 'n0')?.badge).toBe(shown.omitted)
  })
})

describe('what stands out', () => {
  it('is the selection with its neighbours; the rest recedes', () => {
    const selection = [find('Marco Rubio')]
    const view = { ...wholeCase, selection }
    const shown = emphasize(selectElements(graph, view), graph, view)
    const lit = shown.nodes.filter((node) => !node.faded)
    expect(ids(lit)).toEqual([...selection, ...graph.neighbors(selection[0]!)].sort())
    expect(shown.edges.filter((edge) => !edge.faded)).toHaveLength(graph.degree(selection[0]!))
  })

  it('is a relation with its two ends', () => {
    const edge = show().edges[0]!
    const view = { ...wholeCase, selection: [edge.id] }
    const shown = emphasize(selectElements(graph, view), graph, view)
    expect(ids(shown.nodes.filter((node) => !node.faded))).toEqual([edge.from, edge.to].sort())
    expect(ids(shown.edges.filter((other) => !other.faded))).toEqual([edge.id])
  })
})

describe('an address older than the case', () => {
  it('loses what the case no longer has, and says so', () => {
    const view: ViewState = {
      ...wholeCase,
      mode: 'trace',
      trace: 'gone',
      selection: [find('Marco Rubio'), 'nobody'],
      filter: { sources: ['no such report'] },
      path: { ...wholeCase.path, from: 'nobody', to: find('Marco Rubio') },
    }
    const { view: fitted, problems } = fitView(sample, view)
    expect(fitted).toMatchObject({ mode: 'trace', selection: [find('Marco Rubio')] })
    expect(fitted.trace).toBeUndefined()
    expect(fitted.path.from).toBeUndefined()
    expect(problems.map((problem) => problem.value).sort()).toEqual([
      'gone',
      'no such report',
      'nobody',
      'nobody',
    ])
  })
})

describe('a quote', () => {
  it('is cut at names and loses no letter', () => {
    for (const piece of sample.claims.flatMap((claim) => claim.evidence)) {
      const parts = splitQuote(piece, sample)
      expect(parts.map((part) => part.text).join('')).toBe(piece.quote)
    }
    const quoted = sample.claims.find((claim) => claim.relation === 'advised')!
    expect(
      splitQuote(quoted.evidence[0]!, sample).flatMap((part) => part.entity?.name ?? []),
    ).toEqual(expect.arrayContaining(['Steve Witkoff', 'Yuri Ushakov']))
  })
})

describe('neighbours as CSV', () => {
  it('has a line for each relation, and no cell a spreadsheet would run', () => {
    const id = find('Steve Witkoff')
    const text = describeNeighbours(graph, neighbours(graph, id))
    expect(text.split('\r\n')).toHaveLength(graph.degree(id) + 2)
    const named = { ...sample.entities.find((entity) => entity.id === id)!, name: '=1+1' }
    const evil = buildGraph({
      ...sample,
      entities: sample.entities.map((entity) => (entity.id === id ? named : entity)),
    })
    expect(describeNeighbours(evil, neighbours(evil, id))).not.toMatch(/(^|,)=1\+1/m)
  })
})

describe.skipIf(!hasArticles)('the articles', () => {
  it('show 28 entities and 36 relations without a click', () => {
    const articles = buildGraph(readCase(articlesPath))
    const shown = selectElements(articles, wholeCase)
    expect([shown.nodes.length, shown.edges.length]).toEqual([28, 36])
    expect(graphCase(articles).claims).toHaveLength(39)
  })
})
