import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AppError } from '../../lib/errors'
import { analyze, loadModels, modelFiles, readModels } from '../../lib/language/analyze'
import { analyzeWith } from '../../lib/language/analyze-with'
import { toConllu } from '../../lib/language/conllu'
import type { Sentence } from '../../lib/schema'

const folder = new URL('../../data/models/', import.meta.url)

/** "Rubio<nsubj<met" for each token. */
const edges = (sentence: Sentence | undefined): string[] =>
  (sentence?.tokens ?? []).map(
    (t) => `${t.text}<${t.deprel}<${sentence?.tokens[t.head]?.text ?? 'ROOT'}`,
  )

describe('trees', () => {
  it('find who did what to whom', () => {
    const found = edges(analyze('Rubio met Lavrov in Geneva on Tuesday.')[0])
    expect(found).toEqual(
      expect.arrayContaining([
        'met<root<ROOT',
        'Rubio<nsubj<met',
        'Lavrov<obj<met',
        'in<case<Geneva',
        'Geneva<obl<met',
      ]),
    )
  })

  it('find the agent of a passive', () => {
    const found = edges(analyze('The plan was shaped by a Russian official.')[0])
    expect(found).toEqual(
      expect.arrayContaining([
        'plan<nsubj:pass<shaped',
        'was<aux:pass<shaped',
        'official<obl:agent<shaped',
      ]),
    )
  })

  it('find speech and its content', () => {
    const found = edges(analyze('Officials said that Kyiv had rejected the demands.')[0])
    expect(found).toEqual(
      expect.arrayContaining([
        'Officials<nsubj<said',
        'rejected<ccomp<said',
        'demands<obj<rejected',
      ]),
    )
  })

  it('read curly quotes like straight ones', () => {
    const shape = (text: string): string[] =>
      analyze(text).flatMap((s) => s.tokens.map((t) => `${t.xpos} ${t.head} ${t.deprel}`))
    expect(shape('Trump’s aide called it a “wish list” on Monday.')).toEqual(
      shape('Trump\'s aide called it a "wish list" on Monday.'),
    )
  })

  it('are the same for a sentence alone and beside longer and shorter ones', () => {
    const sentences = [
      'Rubio met Lavrov in Geneva on Tuesday.',
      'Stop.',
      'Two officials, who asked not to be named, said that the paper drew on a Russian draft and that nobody in Kyiv had been shown it before the meeting.',
      'She left.',
      'The minister, a former judge, denied it.',
      'Why?',
    ]
    const trees = (text: string): unknown[] =>
      analyze(text).map((s) => s.tokens.map((t) => [t.text, t.upos, t.xpos, t.head, t.deprel]))
    expect(trees(sentences.join('\n'))).toEqual(sentences.flatMap(trees))
    const often = Array.from({ length: 9 }, () => sentences).flat()
    expect(trees(often.join('\n'))).toEqual(often.flatMap(trees))
  })

  it('stand a name in lower case', () => {
    const tags = analyze('Secretary of State Marco rubio met sergei Lavrov in washington.')[0]
      ?.tokens
    const upos = Object.fromEntries((tags ?? []).map((t) => [t.text, t.upos]))
    expect([upos.rubio, upos.sergei, upos.washington]).toEqual(['PROPN', 'PROPN', 'PROPN'])
  })
})

describe('lemmas', () => {
  it.each([
    ['They were threatening the countries.', ['they', 'be', 'threaten', 'the', 'country', '.']],
    ['He didn’t say what he planned.', ['he', 'do', 'not', 'say', 'what', 'he', 'plan', '.']],
    ['Moscow rejected better offers.', ['Moscow', 'reject', 'good', 'offer', '.']],
  ])('of %j', (text, lemmas) => {
    expect(analyze(text)[0]?.tokens.map((t) => t.lemma)).toEqual(lemmas)
  })
})

describe('weights', () => {
  it('can be handed over as the bytes of the files, gzipped or not', () => {
    const bytes = modelFiles.map((name) => {
      const file = Uint8Array.from(readFileSync(new URL(name, folder)))
      return [name, file.buffer] as const
    })
    const models = loadModels(Object.fromEntries(bytes) as Parameters<typeof loadModels>[0])
    const text = 'Rubio met Lavrov in Geneva.'
    expect(analyzeWith(text, models)).toEqual(analyze(text))
  })

  it('that are missing are reported with the remedy', () => {
    const read = (): unknown => readModels('/nowhere')
    expect(read).toThrow(expect.objectContaining<Partial<AppError>>({ code: 'unavailable' }))
    expect(read).toThrow(/npm run train:language/)
  })
})

describe('CoNLL-U', () => {
  it('has ten columns and the place of each token', () => {
    const lines = toConllu(analyze('Title\nRubio left.')).split('\n')
    expect(lines).toContain('# text = Rubio left.')
    expect(lines.slice(0, 4)).toEqual([
      '# sent_id = 1',
      '# text = Title',
      '# kind = heading',
      '# reason = first line, without a final mark',
    ])
    const cells = lines.filter((line) => /^\d/.test(line)).map((line) => line.split('\t'))
    expect(cells.every((row) => row.length === 10)).toBe(true)
    expect(cells.map((row) => row[9])).toEqual([
      'TokenRange=0:5',
      'TokenRange=6:11',
      'SpaceAfter=No|TokenRange=12:16',
      'TokenRange=16:17',
    ])
    expect(cells[2]?.slice(0, 8)).toEqual(['2', 'left', 'leave', 'VERB', 'VBD', '_', '0', 'root'])
  })
})
