import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { storyMarkdown } from '../../lib/export/markdown'
import { bundleStory } from '../../lib/export/story-bundle'
import { storyHtml } from '../../lib/export/story-html'
import { storyPictures } from '../../lib/export/story-pictures'
import { buildGraph } from '../../lib/graph/build'
import { traceLineage } from '../../lib/query/lineage'
import { lineageStory } from '../../lib/query/story'
import type { Story } from '../../lib/schema'

const sample = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))
const graph = buildGraph(sample)
const plan = sample.entities.find(({ name }) => name === '28-point plan')!.id
const bare = lineageStory(traceLineage(graph, plan), 'How the plan came about')
const evil = '</p><script>alert(1)</script><img src=x onerror=alert(1)> & “quoted” "text"'
const story: Story = {
  ...bare,
  id: 'story-1',
  steps: bare.steps.map((step, i) => ({ ...step, note: i === 0 ? `First.\n\n${evil}` : '' })),
}
const page = storyHtml(graph, story, '2025-12-01')
const { document } = parseHTML(page)

describe('a story as a page', () => {
  it('has a section for each step, with its picture, its note and a quote for each relation', () => {
    const sections = [...document.querySelectorAll('section')]
    expect(sections).toHaveLength(story.steps.length)
    for (const [i, section] of sections.entries()) {
      expect(section.querySelectorAll('.light svg, .dark svg')).toHaveLength(2)
      // relations on the same words share them
      expect(section.querySelectorAll('figure > p')).toHaveLength(story.steps[i]!.claims.length)
      const words = [...section.querySelectorAll('figure')].map((one) =>
        ['blockquote', 'figcaption'].map((part) => one.querySelector(part)!.textContent).join(),
      )
      expect(new Set(words).size).toBe(words.length)
      for (const quote of section.querySelectorAll('blockquote')) {
        const quoted = quote.textContent!.replace(/^“|”$/g, '')
        expect(sample.documents.some(({ text }) => text.includes(quoted))).toBe(true)
      }
    }
  })

  it('asks nothing of the network and runs no script but its own', () => {
    const attributes = [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes])
    const fetching = ['src', 'srcset', 'action', 'data', 'poster', 'background', 'xlink:href']
    expect(attributes.filter(({ name }) => fetching.includes(name) || /^on/.test(name))).toEqual([])
    expect(document.querySelector('style')!.textContent).not.toMatch(/@import|url\(/)
    expect(document.querySelectorAll('link, iframe, object, img')).toHaveLength(0)
    expect(document.querySelectorAll('script')).toHaveLength(1)
    expect(document.querySelectorAll('section script')).toHaveLength(0)
    const notes = [...document.querySelectorAll('.note')].map((note) => note.textContent)
    expect(notes).toEqual(['First.', evil])
  })

  it('gives every element an id of its own, and every reference an element', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const element of document.querySelectorAll('[aria-labelledby]'))
      for (const id of element.getAttribute('aria-labelledby')!.split(' '))
        expect(ids).toContain(id)
    for (const link of document.querySelectorAll('nav a'))
      expect(ids).toContain(link.getAttribute('href')!.slice(1))
  })

  it('is the same each time', () => {
    expect(storyHtml(graph, story, '2025-12-01')).toBe(page)
  })
})

describe('a story as pictures', () => {
  const pictures = storyPictures(graph, story, { theme: 'light', captioned: true })

  it('builds up step by step, nothing moving from one to the next', () => {
    const places = (svg: string) =>
      new Map(
        [...svg.matchAll(/<g id="n-([^"]+)"[^>]*>.*?d?[xy]="([\d.-]+)"/g)].map((m) => [m[1], m[2]]),
      )
    expect(pictures).toHaveLength(story.steps.length)
    for (const [i, { svg }] of pictures.entries()) {
      const before = i > 0 ? pictures[i - 1]!.svg : ''
      const drawn = (text: string) => [...text.matchAll(/<g id="n-([^"]+)"/g)].map((m) => m[1])
      expect(drawn(svg)).toEqual(expect.arrayContaining(drawn(before)))
      const [now, then] = [places(svg), places(before)]
      for (const [id, at] of then) expect(now.get(id)).toBe(at)
    }
  })

  it('come in one zip with the words, the same bytes each time', () => {
    const markdown = storyMarkdown(story, sample)
    const zip = bundleStory(pictures, [], markdown)
    const files = unzipSync(zip)
    expect(strFromU8(files['story.md']!)).toBe(markdown)
    expect(Object.keys(files).filter((name) => name.endsWith('.svg'))).toHaveLength(
      story.steps.length,
    )
    expect(bundleStory(pictures, [], markdown)).toEqual(zip)
  })
})
