/** Search across cases. */
import { expect, it } from 'vitest'
import type { DecisionContent } from '@/lib/decisions/decision'
import { undo } from '@/lib/decisions/undo'
import type { SearchOptions } from '@/lib/store/search'
import { exampleCase } from './example-case'
import type { Given } from './given'

export function describeSearch(given: Given): void {
  it('finds words in all cases, in any of their forms, and marks them', async () => {
    await given.store.saveCase(exampleCase())
    await given.store.saveCase(exampleCase({ id: 'two', title: 'Second' }))
    const { quotes, passages } = await given.store.search('pressing letters')
    expect(quotes.map((hit) => [hit.case, hit.claim])).toEqual([
      ['harbour-letter', 'pressed'],
      ['two', 'pressed'],
    ])
    const [hit] = quotes
    expect(hit!.marks.map(({ start, end }) => hit!.quote.slice(start, end))).toEqual([
      'pressed',
      'letter',
    ])
    expect(passages[0]).toMatchObject({ document: 'report', start: 0 })
    expect((await given.store.search('pressing -harbour')).quotes).toEqual([])
    expect((await given.store.search('"harbour letter"', { case: 'two' })).quotes).toHaveLength(1)
    await given.store.removeCase('two')
    expect((await given.store.search('pressed')).quotes).toHaveLength(1)
    for (const odd of ['', '   ', '&|!', "o'", '"', '\\', '\0']) await given.store.search(odd)
  })

  it('finds cases by the words of their titles, those that begin so and the one changed last first', async () => {
    const { store } = given
    for (const [id, title] of [
      ['a', 'The Łódź harbour'],
      ['b', 'Harbour letters'],
      ['c', 'A harbour deal'],
      ['d', 'Elections'],
    ]) {
      await store.saveCase(exampleCase({ id, title, documents: [], mentions: [], claims: [] }))
    }
    const find = async (text: string) => (await store.search(text)).cases.map((hit) => hit.case)
    expect(await find('harbo')).toEqual(['b', 'c', 'a'])
    expect(await find('HARBOUR lodz')).toEqual(['a'])
    expect(await find('harbour -lodz nobody')).toEqual([])
    await store.renameCase('a', 'Harbour of Łódź')
    expect(await find('harbo')).toEqual(['a', 'b', 'c'])
    const [hit] = (await store.search('lodz')).cases
    expect(hit!.marks.map(({ start, end }) => hit!.caseTitle.slice(start, end))).toEqual(['Łódź'])
    expect((await store.search('harbour', { case: 'a' })).cases).toEqual([])
    await store.removeCase('b')
    expect(await find('harbo')).toEqual(['a', 'c'])
  })

  it('finds reports by title and publisher, in any form of the words, the newest first', async () => {
    const { store } = given
    const [report] = exampleCase().documents
    const published = [
      { id: 'old', title: 'Harbour talks fail', publishedAt: '2024-05-01', publisher: 'Dock Post' },
      { id: 'new', title: 'A talk about harbours \0', publishedAt: '2025-06-02T08:00:00Z' },
      { id: 'other', title: 'Élections', publisher: 'The Łódź Herald' },
    ]
    const documents = published.map((head) => ({ ...report!, ...head, text: 'Nothing.' }))
    await store.saveCase(exampleCase({ documents, mentions: [], claims: [] }))
    const find = async (text: string, options?: SearchOptions) =>
      (await store.search(text, options)).reports.map((hit) => hit.document)
    expect(await find('talking harbour')).toEqual(['new', 'old'])
    expect(await find('talks', { limit: 1 })).toEqual(['new'])
    expect(await find('"harbour talks"')).toEqual(['old'])
    expect(await find('talks -harbour')).toEqual([])
    expect(await find('harbour posts')).toEqual(['old'])
    expect(await find('nothing')).toEqual([])
    const [hit] = (await store.search('heralds Élection')).reports
    const marked = (text: string, marks: { start: number; end: number }[]) =>
      marks.map(({ start, end }) => text.slice(start, end))
    expect(marked(hit!.title, hit!.marks)).toEqual(['Élections'])
    expect(marked(hit!.publisher!, hit!.publisherMarks)).toEqual(['Herald'])
    const [newest] = (await store.search('harbour')).reports
    expect(newest).toMatchObject({
      title: 'A talk about harbours \0',
      marks: [{ start: 13, end: 21 }],
    })
    expect(newest).not.toHaveProperty('publisher')

    const copy = await store.duplicateCase('harbour-letter', 'Copy')
    expect(await find('harbour')).toEqual(['new', 'new', 'old', 'old'])
    expect(await find('harbour', { case: copy })).toEqual(['new', 'old'])
    await store.removeCase(copy)
    await store.decide('harbour-letter', { kind: 'remove', document: 'new' })
    expect(await find('harbour')).toEqual(['old'])
    await store.decide('harbour-letter', undo)
    expect(await find('harbour')).toEqual(['new', 'old'])
  })

  it('finds of the versions of a page the last, and an earlier one under a title that it had', async () => {
    const [report] = exampleCase().documents
    const versions = [
      { id: 'a', title: 'Harbour deal near', replacedBy: 'b' },
      { id: 'b', title: 'Harbour deal near', replacedBy: 'c' },
      { id: 'c', title: 'Harbour deal signed' },
    ]
    const documents = versions.map((version) => ({ ...report!, ...version }))
    await given.store.saveCase(exampleCase({ documents, mentions: [], claims: [] }))
    const find = async (text: string) =>
      (await given.store.search(text)).reports.map((hit) => [hit.document, hit.replaced])
    expect(await find('deal near')).toEqual([['b', true]])
    expect(await find('deal signed')).toEqual([['c', false]])
  })

  it('marks every form of a word, and nothing that only begins like it', async () => {
    const text =
      'They were dying: he died, to die, diet, the dice. PARTIES and a party part. Łodz łodz.'
    const [report] = exampleCase().documents
    const documents = [{ ...report!, text }]
    await given.store.saveCase(exampleCase({ documents, mentions: [], claims: [] }))
    const marked = async (words: string) => {
      const [hit] = (await given.store.search(words)).passages
      return hit!.marks.map(({ start, end }) => hit!.text.slice(start, end))
    }
    expect(await marked('die')).toEqual(['dying', 'died', 'die'])
    expect(await marked('party')).toEqual(['PARTIES', 'party'])
    expect(await marked('dice -"harbour letter"')).toEqual(['dice'])
    expect(await marked('łodz')).toContain('łodz')
  })

  it('finds names by the beginning of any word, without marks and case, and by likeness', async () => {
    const person = { kind: 'person' as const, aliases: [] }
    await given.store.saveCase(
      exampleCase({
        entities: [
          ...exampleCase().entities,
          { ...person, id: 'zel', name: 'Volodymyr Zełenśkyj', aliases: ['the president'] },
          { ...person, id: 'zelma', name: 'Zelma Ost' },
        ],
      }),
    )
    const find = async (text: string) =>
      (await given.store.search(text)).names.map(({ entity, name }) => [entity, name])
    expect(await find('zel')).toEqual([
      ['zelma', 'Zelma Ost'],
      ['zel', 'Volodymyr Zełenśkyj'],
    ])
    expect(await find('ZELENSKYJ')).toEqual([['zel', 'Volodymyr Zełenśkyj']])
    expect(await find('the pres')).toEqual([['zel', 'Volodymyr Zełenśkyj']])
    expect((await given.store.search('the pres')).names[0]!.matched).toBe('the president')
    expect(await find('volodimir zelensky')).toEqual([['zel', 'Volodymyr Zełenśkyj']])
    expect(await find('quite another')).toEqual([])
    expect(await find('zelma -volodymyr')).toEqual([['zelma', 'Zelma Ost']])
  })

  it('finds names as they were decided to be', async () => {
    await given.store.saveCase(exampleCase())
    const find = async (text: string) =>
      (await given.store.search(text)).names.map(({ entity, kind, name, matched }) =>
        [entity, kind, name, matched].filter(Boolean).join(' '),
      )
    const decide = (content: DecisionContent) => given.store.decide('harbour-letter', content)
    await decide({
      kind: 'rename',
      entity: 'ada-lind',
      name: 'Adelheid Linde',
      entityKind: 'group',
    })
    expect(await find('adelh')).toEqual(['ada-lind group Adelheid Linde'])
    expect(await find('adelhaid linte')).toEqual(['ada-lind group Adelheid Linde'])
    expect(await find('ada l')).toEqual(['ada-lind group Adelheid Linde Ada Lind'])
    const added = { id: 'new', kind: 'paper' as const, name: 'Quay accord', aliases: [] }
    await decide({ kind: 'add', entity: added })
    expect(await find('accord')).toEqual(['new paper Quay accord'])
    expect(await find('qay acord')).toEqual(['new paper Quay accord'])
    await decide({ kind: 'merge', into: 'bo-falk', entities: ['ada-lind'] })
    expect(await find('adelheid')).toEqual(['bo-falk person Bo Falk Adelheid Linde'])
    await decide({ kind: 'remove', entity: 'bo-falk' })
    expect(await find('falk')).toEqual([])
    for (let n = 0; n < 4; n++) await given.store.decide('harbour-letter', undo)
    expect(await find('adelh')).toEqual([])
    expect(await find('ada')).toEqual(['ada-lind person Ada Lind'])
    expect(await find('quay')).toEqual([])
  })

  it('puts first, of names that fit alike, what documents name more often', async () => {
    const names = ['Lind A', 'Lind B', 'Lind C']
    const [report] = exampleCase().documents
    const at = { document: report!.id, start: 0, end: 3, text: 'Ada' }
    const uses = ['Lind C', 'Lind C', 'Lind B']
    await given.store.saveCase(
      exampleCase({
        entities: names.map((name) => ({ id: name, kind: 'person', name, aliases: [] })),
        mentions: uses.map((entity) => ({ ...at, entity })),
        claims: [],
      }),
    )
    const { names: found } = await given.store.search('lin')
    expect(found.map(({ name }) => name)).toEqual(['Lind C', 'Lind B', 'Lind A'])
  })

  it('forgets the words of what was taken out of a case', async () => {
    await given.store.saveCase(exampleCase())
    await given.store.saveCase(
      exampleCase({ documents: [], mentions: [], claims: [], entities: [] }),
    )
    const { cases, ...inside } = await given.store.search('letter')
    expect(inside).toEqual({ names: [], reports: [], quotes: [], passages: [] })
    expect(cases.map((hit) => hit.caseTitle)).toEqual([exampleCase().title])
  })
}
