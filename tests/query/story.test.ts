import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storyMarkdown } from '@/lib/export/markdown'
import { buildGraph } from '@/lib/graph/build'
import { traceLineage } from '@/lib/query/lineage'
import { findPaths } from '@/lib/query/paths'
import {
  addStep,
  lineageStory,
  moveStep,
  noteStep,
  pathStory,
  removeStep,
  tellStory,
  titleStep,
} from '@/lib/query/story'
import { storySchema } from '@/lib/schema'
import { readCase, samplePath } from './real-cases'

const case_ = readCase(samplePath)
const graph = buildGraph(case_)
const step = (note: string) => ({ claims: [], entities: [], note })
const notes = (story: { steps: { note: string }[] }) => story.steps.map(({ note }) => note)

describe('story', () => {
  it('is made of a lineage or a path, and of what the case has', () => {
    const lineage = traceLineage(graph, '28-point-plan')
    const [path] = findPaths(graph, {
      from: 'russia',
      to: '28-point-plan',
      mode: 'travelled',
    }).paths
    for (const story of [lineageStory(lineage, 'The plan'), pathStory(path!, 'Moscow’s part')]) {
      expect(storySchema.safeParse({ id: 's', ...story }).success).toBe(true)
      for (const told of tellStory(story, case_)) {
        expect(told.missing).toBe(0)
        expect(told.claims.length + told.entities.length).toBeGreaterThan(0)
      }
    }
    expect(lineageStory(lineage, '').steps).toHaveLength(lineage.steps.length)
  })

  it('keeps every step when steps are moved, added and removed', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (list, a, b) => {
        const story = { steps: list.map(step) }
        const [from, to] = [a % list.length, b % list.length]
        const moved = moveStep(story, from, to)
        expect(moved.steps[to]).toBe(story.steps[from])
        expect(moveStep(moved, to, from)).toEqual(story)
        expect(removeStep(addStep(story, step('new'), to), to)).toEqual(story)
        expect(notes(noteStep(story, from, 'noted'))[from]).toBe('noted')
        expect(notes(addStep(story, step('last'))).at(-1)).toBe('last')
      }),
    )
  })

  it('has a title for each step: its own, else the sentence of what it tells of', () => {
    const lineage = traceLineage(graph, '28-point-plan')
    const story = lineageStory(lineage, 'The plan')
    const titles = (of: typeof story) => tellStory(of, case_).map(({ title }) => title)
    expect(titles(story)).toEqual(lineage.steps.map(({ sentence }) => sentence))
    const named = titleStep(story, 1, 'Shown in October')
    expect(titles(named)[1]).toBe('Shown in October')
    expect(storyMarkdown(named, case_)).toContain('## 2. Shown in October\n')
    const [, bare] = tellStory(titleStep(named, 1, ''), case_)
    expect(bare!.title).toBe(bare!.sentence)
    expect(bare!.sentence).toContain('was presented to senior US officials')
    const [names] = tellStory({ steps: [{ claims: [], entities: ['axios'], note: '' }] }, case_)
    expect(names!.title).toBe('Axios')
  })

  it('counts what the case no longer has', () => {
    const story = { steps: [{ claims: ['gone'], entities: ['axios', 'gone'], note: '' }] }
    expect(tellStory(story, case_)[0]).toMatchObject({ missing: 2, entities: [{ id: 'axios' }] })
  })

  it('is written as Markdown with notes and quotes, and never as HTML', () => {
    const lineage = traceLineage(graph, '28-point-plan')
    const story = noteStep(lineageStory(lineage, 'The <b>plan</b>'), 0, 'It *began*\n\nin Moscow.')
    const text = storyMarkdown(story, case_)
    expect(text).toMatch(/^# The \\<b\\>plan\\<\/b\\>/)
    expect(text).toContain('It \\*began\\*\n\nin Moscow.')
    expect(text.match(/^## \d+\. /gm)).toHaveLength(story.steps.length)
    for (const { claims } of tellStory(story, case_)) {
      for (const claim of claims) expect(text).toContain(claim.evidence[0]!.quote.slice(0, 12))
    }
  })
})
