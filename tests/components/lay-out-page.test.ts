import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutPage, type Run } from '../../components/reader/lay-out-page'
import { parseCase } from '../../lib/case-file'
import type { Case, Document } from '../../lib/schema'

const sample = parseCase(
  readFileSync(join(import.meta.dirname, '../../data/sample/peace-plan.case.json'), 'utf8'),
)
const textOf = (runs: Run[]) =>
  runs.flatMap((run) => run.pieces.map((piece) => piece.text)).join('')

describe('layOutPage', () => {
  it('gives the sample’s report its headline, its paragraphs and the stray line', () => {
    const { paragraphs } = layOutPage(sample, sample.documents[0]!)
    expect(paragraphs[0]!.kind).toBe('title')
    expect(paragraphs.slice(1).every((paragraph) => paragraph.kind === 'text')).toBe(true)
    const second = layOutPage(sample, sample.documents[1]!)
    const headings = second.paragraphs.filter((paragraph) => paragraph.kind === 'heading')
    expect(headings.map(({ runs }) => textOf(runs))).toEqual([
      'Storm Keeps Night Ferries in Harbour for Third Day',
    ])
    expect(headings[0]!.runs.every((run) => run.owner === undefined)).toBe(true)
  })

  it('says what a passage proves, for whom and how', () => {
    const { marks } = layOutPage(sample, sample.documents[1]!)
    const described = marks
      .flatMap((mark) => mark.proofs)
      .find((proof) => proof.stance === 'contested')
    expect(described).toMatchObject({
      words: 'Marco Rubio described the 28-point plan',
      attribution: ['bipartisan group of senators'],
      deniedBy: ['White House', 'State Department'],
    })
    const meeting = marks.find((mark) =>
      mark.proofs.some((proof) => proof.words === 'Jared Kushner took part in the Miami meeting'),
    )!
    expect(meeting.proofs).toHaveLength(3)
  })

  it('leaves out what was rejected', () => {
    const rejected: Case = {
      ...sample,
      claims: sample.claims.map((claim) => ({ ...claim, review: 'rejected' })),
    }
    expect(layOutPage(rejected, sample.documents[0]!).marks).toEqual([])
  })

  it('points at the span the address asks for', () => {
    const { paragraphs } = layOutPage(sample, sample.documents[0]!, { start: 70, end: 90 })
    const found = paragraphs.flatMap((paragraph) => paragraph.runs).filter((run) => run.found)
    expect(textOf(found)).toBe(sample.documents[0]!.text.slice(70, 90))
  })

  it('keeps every word, and covers every mark whole, however marks and names overlap', () => {
    const span = fc.tuple(fc.nat(200), fc.nat(80))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'Ada ', 'met. ', '\n', '\r\n', '😀', ' '), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.array(span, { maxLength: 8 }),
        fc.array(span, { maxLength: 8 }),
        (words, evidence, names) => {
          const text = words.join('')
          const clip = ([start, length]: [number, number]) => {
            const from = Math.min(start, text.length - 1)
            return { start: from, end: Math.min(text.length, from + 1 + length) }
          }
          const document: Document = { ...sample.documents[0]!, id: 'd', title: '', text }
          const case_: Case = {
            ...sample,
            documents: [document],
            mentions: names.map(clip).map((at) => ({
              ...at,
              document: 'd',
              text: text.slice(at.start, at.end),
              entity: 'axios',
            })),
            claims: evidence.map(clip).map((at, i) => ({
              ...sample.claims[0]!,
              id: `c${i}`,
              evidence: [
                { ...sample.claims[0]!.evidence[0]!, ...at, document: 'd', quote: 'unused' },
              ],
            })),
          }
          const { paragraphs, marks } = layOutPage(case_, document)
          const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
          expect(paragraphs.map(({ runs }) => textOf(runs))).toEqual(lines)
          const runs = paragraphs.flatMap((paragraph) => paragraph.runs)
          for (const run of runs) {
            const end = run.start + textOf([run]).length
            const around = marks.flatMap((mark, i) =>
              mark.start < end && mark.end > run.start ? [i] : [],
            )
            expect(run.marks).toEqual(around)
            const lengths = around.map((i) => marks[i]!.end - marks[i]!.start)
            if (run.owner === undefined) expect(around).toEqual([])
            else expect(marks[run.owner]!.end - marks[run.owner]!.start).toBe(Math.min(...lengths))
          }
          const opened = runs.flatMap((run) => run.opens)
          expect(new Set(opened).size).toBe(opened.length)
          expect(new Set(opened)).toEqual(new Set(runs.flatMap((run) => run.marks)))
        },
      ),
      { numRuns: 300 },
    )
  })
})
