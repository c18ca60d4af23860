import { existsSync, readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { makePicture, pictureQuerySchema } from '../../lib/export/picture'
import { openScopes } from '../../lib/export/scope'
import { drawSvg } from '../../lib/export/svg'
import { buildGraph } from '../../lib/graph/build'
import { traceLineage } from '../../lib/query/lineage'
import { lineageStory, titleStep } from '../../lib/query/story'
import { compareMoments } from '../../lib/view/changes'
import type { Elements } from '../../lib/view/elements'
import { layoutGraph } from '../../lib/view/layout/layout-graph'
import { signTable } from '../../lib/view/signs'
import { type ViewState, wholeCase } from '../../lib/view/state'
import { measureText } from '../../lib/view/text-measure'

const case_ = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))
const query = (given: Record<string, string> = {}) => pictureQuerySchema.parse(given)

const pair = (label: string, words = 'met'): Elements => ({
  nodes: [
    { id: label, kind: 'person', label },
    { id: 'b', kind: 'government', label: 'B' },
  ],
  edges: [
    {
      id: 'r',
      from: label,
      to: 'b',
      relation: 'met',
      label: words,
      stance: 'contested',
      sources: 2,
      directed: true,
    },
  ],
})

const draw = (elements: Elements, more: Partial<Parameters<typeof drawSvg>[0]> = {}) =>
  drawSvg({
    elements,
    layout: layoutGraph(elements),
    theme: 'light',
    background: 'canvas',
    description: 'Two people',
    ...more,
  })

/** A strict XML parser reads it, or throws. */
const readStrictly = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } })

const read = (svg: string) => parseHTML(svg).document

describe('drawSvg', () => {
  it.each(['light', 'dark'] as const)('draws the sample in %s as it did', async (theme) => {
    const { svg } = makePicture(case_, wholeCase, query({ theme }))
    await expect(svg).toMatchFileSnapshot(`../golden/sample-${theme}.svg`)
  })

  it('has real text, one group an element, a title and a description', () => {
    const { svg } = makePicture(case_, wholeCase, query())
    const document = read(svg)
    expect(document.querySelectorAll('g.node')).toHaveLength(28)
    expect(document.querySelectorAll('g.relation')).toHaveLength(36)
    for (const group of document.querySelectorAll('g.node, g.relation')) {
      expect(group.querySelector('title')?.textContent).not.toBe('')
      expect(group.querySelector('text')?.textContent).not.toBe('')
      expect(group.getAttribute('data-id')).not.toBe('')
    }
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(document.querySelector('svg > title')?.textContent).toBe(case_.title)
    expect(document.querySelector('svg > desc')?.textContent).toContain('28 entities')
    readStrictly(svg)
  })

  it('clips no text: every line lies inside the view', () => {
    const { svg } = makePicture(
      case_,
      wholeCase,
      query({
        date: '26 November 2025',
        permalink: `http://localhost/case/x?sel=${'y'.repeat(400)}`,
      }),
    )
    const document = read(svg)
    const [left, top, width, height] = document
      .querySelector('svg')!
      .getAttribute('viewBox')!
      .split(' ')
      .map(Number) as [number, number, number, number]
    const lines = [...document.querySelectorAll('text')].flatMap((text) => {
      const spans = [...text.querySelectorAll('tspan')]
      return (spans.length > 0 ? spans : [text]).map((line) => ({ text, line }))
    })
    expect(lines.length).toBeGreaterThan(70)
    for (const { text, line } of lines) {
      const size = Number(text.getAttribute('font-size'))
      const weight = text.getAttribute('font-weight') === '600' ? 'semibold' : 'regular'
      const w = measureText(line.textContent ?? '', size, weight)
      const x = Number(line.getAttribute('x'))
      const y = Number(line.getAttribute('y'))
      const start = { start: x, middle: x - w / 2, end: x - w }[text.getAttribute('text-anchor')!]!
      expect(start).toBeGreaterThanOrEqual(left)
      expect(start + w).toBeLessThanOrEqual(left + width)
      expect(y - size).toBeGreaterThanOrEqual(top)
      expect(y + size * 0.3).toBeLessThanOrEqual(top + height)
    }
  })

  it('takes any text for a name, and nothing in it is markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (name) => {
        const svg = draw(pair(name, name), { title: name, sourceLine: name })
        readStrictly(svg)
        expect(svg).not.toMatch(/[^\P{Cc}\t\n\r]|[\u202a-\u202e]/u)
      }),
      { numRuns: 60, seed: 3, examples: [['valueOf'], ['__proto__'], ['\u0000']] },
    )
    const svg = draw(pair('<script>alert(1)</script>"&\'', ']]><b onload="x">'))
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('<b ')
    readStrictly(svg)
  })

  it('keeps names in any script', () => {
    for (const name of ['Владимир Путин', 'محمد بن سلمان', '习近平', 'Nguyễn Phú Trọng', '😀'])
      expect(draw(pair(name))).toContain(name.split(' ')[0])
  })

  it('shows direction only where it means something', () => {
    const directed = draw(pair('A'))
    const elements = pair('A')
    elements.edges[0]!.directed = false
    const arrows = (svg: string) => read(svg).querySelectorAll('g.relation polygon').length
    expect(arrows(directed)).toBe(1)
    expect(arrows(draw(elements))).toBe(0)
  })

  it('draws stance as a dash and sources as width, and says both in words', () => {
    const path = (stance: 'asserted' | 'contested' | 'planned', sources: number) => {
      const elements = pair('A')
      Object.assign(elements.edges[0]!, { stance, sources })
      const group = read(draw(elements)).querySelector('g.relation')!
      return {
        dash: group.querySelector('path')!.getAttribute('stroke-dasharray'),
        width: Number(group.querySelector('path')!.getAttribute('stroke-width')),
        title: group.querySelector('title')!.textContent,
      }
    }
    expect(path('asserted', 1)).toMatchObject({ dash: null, width: 1 })
    expect(path('contested', 1).dash).not.toBe(path('planned', 1).dash)
    expect(path('planned', 4)).toMatchObject({
      width: 3,
      title: 'A – met – B (planned, 4 sources)',
    })
    expect(path('planned', 4000).width).toBe(4)
  })

  it('numbers a path and colours it with the accent alone', () => {
    const elements = pair('A')
    elements.nodes.forEach((node, i) => {
      Object.assign(node, { order: i + 1, accent: true })
    })
    elements.edges[0]!.accent = true
    const svg = draw(elements)
    expect(svg.match(/#b3261e/g)!.length).toBeGreaterThan(4)
    expect(draw(pair('A'))).not.toContain('#b3261e')
  })

  it('writes key, sources, date and address only when asked', () => {
    const document = (given: Record<string, string>) =>
      read(makePicture(case_, wholeCase, query(given)).svg)
    const bare = document({ title: '', legend: '0', sources: '0' })
    for (const id of ['title', 'legend', 'source']) expect(bare.getElementById(id)).toBeNull()
    const full = document({ date: '26 November 2025', permalink: 'http://localhost/case/x' })
    expect(full.getElementById('legend')?.textContent).toContain('People')
    expect(full.getElementById('source')?.textContent).toMatch(/Sources: .*26 November 2025/)
    const clear = document({ background: 'transparent' })
    expect(clear.getElementById('canvas')).toBeNull()
  })

  it('marks what changed as the canvas does, in shapes, words and key, and tells it in words', () => {
    const view: ViewState = {
      ...wholeCase,
      mode: 'compare',
      compare: { ...wholeCase.compare, before: '2025-11-26' },
    }
    const { signs } = compareMoments(case_, view.compare)!
    for (const theme of ['light', 'dark']) {
      const { svg } = makePicture(case_, view, query({ scope: 'view', theme }))
      readStrictly(svg)
      const document = read(svg)
      const key = document.getElementById('legend')?.textContent
      expect(key).toContain('New')
      expect(key).toContain('Strengthened')
      expect(document.getElementById('title')?.textContent).toBe(
        'What changed after 26 November 2025',
      )
      for (const group of document.querySelectorAll('g.relation')) {
        const sign = signs.get(group.getAttribute('data-id')!)
        const words = group.querySelector('text')!.textContent!
        expect(words.startsWith(sign ? `${signTable[sign].mark} ` : words)).toBe(true)
        if (sign) expect(group.querySelector('title')?.textContent).toContain(signTable[sign].words)
        expect(group.hasAttribute('opacity')).toBe(sign === undefined)
      }
      expect(document.querySelectorAll('#nodes > g.sign.new').length).toBeGreaterThan(0)
    }
  })

  it('shows a story or the step one has come to, under its own title', () => {
    const graph = buildGraph(case_)
    const lineage = traceLineage(graph, '28-point-plan')
    const story = { id: 's', ...titleStep(lineageStory(lineage, 'The making of it'), 2, 'Miami') }
    const view: ViewState = { ...wholeCase, mode: 'story', story: 's', marked: '2' }
    const picture = (scope: string) => read(makePicture(case_, view, query({ scope }), [story]).svg)
    const named = (document: Document) =>
      [...document.querySelectorAll('g.node:not([opacity])')].map((g) => g.getAttribute('data-id'))
    const [step, whole] = [picture('step'), picture('story')]
    expect(step.getElementById('title')?.textContent).toBe('3. Miami')
    expect(whole.getElementById('title')?.textContent).toBe('The making of it')
    expect(named(step)).toContain('miami-meeting')
    expect(named(step)).not.toContain('revised-framework')
    expect(named(whole)).toContain('revised-framework')
    expect(openScopes({ nodes: [], edges: [] }, view, story)).toEqual(['whole', 'story', 'step'])
  })

  const articles = '../shared/cases/peace-plan-articles.case.json'
  it.skipIf(!existsSync(articles))('draws the articles’ case with its 36 relations', () => {
    const { svg } = makePicture(
      parseCase(readFileSync(articles, 'utf8')),
      wholeCase,
      query({ theme: 'dark' }),
    )
    expect(read(svg).querySelectorAll('g.relation text')).toHaveLength(36)
  })
})
