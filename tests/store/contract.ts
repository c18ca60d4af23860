/** What every store must do, whatever database is below it. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import type { DecisionContent } from '@/lib/decisions/decision'
import { replay } from '@/lib/decisions/replay'
import { redo, undo } from '@/lib/decisions/undo'
import { type Reach, reachOf } from '@/lib/graph/adjacency'
import { buildGraph } from '@/lib/graph/build'
import type { ClaimFilter } from '@/lib/query/filter'
import { type LineageOptions, traceLineage } from '@/lib/query/lineage'
import { neighbours } from '@/lib/query/neighbours'
import { findPaths } from '@/lib/query/paths'
import { openStore, type Store } from '@/lib/store/store'
import { arbitraryLog } from '../decisions/arbitrary-decisions'
import { randomCase } from '../query/random-case'
import { readCase, samplePath } from '../query/real-cases'
import { arbitraryCase } from './arbitrary-case'
import { decision, exampleCase } from './example-case'

/** @param createPlace a new place without cases: a folder or an address */
export function describeStore(name: string, createPlace: () => Promise<string>): void {
  describe(name, { timeout: 120_000 }, () => {
    let store: Store
    let folder: string
    beforeAll(async () => {
      store = openStore(await createPlace())
      folder = mkdtempSync(join(tmpdir(), 'throughline-contract-'))
    })
    afterAll(async () => {
      await store?.close()
      rmSync(folder, { recursive: true, force: true })
    })
    beforeEach(() => clear(store))

    it('gives back every case as it was, to the byte', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryCase(), async (case_) => {
          await store.saveCase(case_)
          expect(serializeCase(await store.readCase(case_.id))).toBe(serializeCase(case_))
          await clear(store)
        }),
        { numRuns: 25 },
      )
    })

    it('replaces a case of the same id wholly', async () => {
      const one = arbitraryCase(fc.constant('same'))
      await fc.assert(
        fc.asyncProperty(one, one, async (before, after) => {
          await store.saveCase(before)
          const next = { ...after, decisions: [...before.decisions, decision('one more')] }
          await store.saveCase(next)
          expect(serializeCase(await store.readCase('same'))).toBe(serializeCase(next))
          await clear(store)
        }),
        { numRuns: 20 },
      )
    })

    it('keeps what was there when a save fails half way', async () => {
      const case_ = exampleCase()
      await store.saveCase(case_)
      const unsound = { ...case_.claims[1]!, relation: null as never }
      const other = { ...case_, title: 'Other', entities: [], claims: [case_.claims[0]!, unsound] }
      await expect(store.saveCase(other)).rejects.toThrow()
      expect(await store.readCase(case_.id)).toEqual(case_)
    })

    it('does not write over decisions it has not seen', async () => {
      await store.saveCase(exampleCase({ decisions: [decision('d1')] }))
      await expect(store.saveCase(exampleCase())).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('d1'),
      })
      expect((await store.readCase('harbour-letter')).decisions).toEqual([decision('d1')])
    })

    it('lists cases by title with counts and dates', async () => {
      const before = new Date().toISOString()
      await store.saveCase(exampleCase({ id: 'b', title: 'Zebra' }))
      await store.saveCase(exampleCase({ id: 'a', title: 'Äpfel' }))
      const cases = await store.listCases()
      expect(cases.map((summary) => summary.title)).toEqual(['Äpfel', 'Zebra'])
      expect(cases[0]).toMatchObject({ id: 'a', documents: 1, entities: 2, claims: 2 })
      expect(cases[0]!.createdAt >= before && cases[0]!.changedAt >= before).toBe(true)
    })

    it('makes empty cases, with an id of the title that nobody has', async () => {
      expect(await store.createCase('The harbour letter!')).toBe('the-harbour-letter')
      expect(await store.createCase('The Harbour Letter')).toBe('the-harbour-letter-2')
      expect(await store.createCase('港の手紙')).toBe('港の手紙')
      expect(await store.createCase('!?')).toBe('case')
      expect((await store.readCase('case')).claims).toEqual([])
      await expect(store.createCase('  ')).rejects.toMatchObject({ code: 'invalid_input' })
    })

    it('makes as many cases as are asked for at once', async () => {
      const ids = await Promise.all(Array.from({ length: 5 }, () => store.createCase('Same')))
      expect(new Set(ids).size).toBe(5)
    })

    it('renames a case and nothing else of it', async () => {
      await store.saveCase(exampleCase())
      await store.renameCase('harbour-letter', 'The letter')
      expect(await store.readCase('harbour-letter')).toEqual(exampleCase({ title: 'The letter' }))
      await expect(store.renameCase('nobody', 'x')).rejects.toMatchObject({ code: 'not_found' })
    })

    it('duplicates a case; the two then go their own ways', async () => {
      const case_ = exampleCase({ decisions: [decision('d1')] })
      await store.saveCase(case_)
      const copy = await store.duplicateCase(case_.id)
      const title = 'The harbour letter (copy)'
      expect(await store.readCase(copy)).toEqual({ ...case_, id: copy, title })
      await store.saveCase({ ...case_, claims: [] })
      expect((await store.readCase(copy)).claims).toHaveLength(2)
    })

    it('deletes a case and brings it back', async () => {
      const case_ = exampleCase()
      await store.saveCase(case_)
      await store.removeCase(case_.id)
      await expect(store.readCase(case_.id)).rejects.toMatchObject({ code: 'not_found' })
      expect(await store.listCases()).toEqual([])
      expect(await store.listDeletedCases()).toMatchObject([{ id: case_.id, claims: 2 }])
      await store.restoreCase(case_.id)
      expect(await store.readCase(case_.id)).toEqual(case_)
      expect(await store.listDeletedCases()).toEqual([])
    })

    it('keeps a deleted case when its id is used again', async () => {
      await store.saveCase(exampleCase({ title: 'First' }))
      await store.removeCase('harbour-letter')
      await store.saveCase(exampleCase({ title: 'Second' }))
      await expect(store.restoreCase('harbour-letter')).rejects.toMatchObject({ code: 'conflict' })
      await store.renameCase('harbour-letter', 'Third')
      await store.removeCase('harbour-letter')
      await store.restoreCase('harbour-letter')
      expect((await store.readCase('harbour-letter')).title).toBe('Third')
      expect(await store.listDeletedCases()).toMatchObject([{ title: 'First' }])
    })

    it('purges what was deleted, and only that', async () => {
      await store.saveCase(exampleCase())
      await store.removeCase('harbour-letter')
      await store.saveCase(exampleCase({ title: 'New' }))
      await store.purgeCase('harbour-letter')
      expect(await store.listDeletedCases()).toEqual([])
      expect((await store.readCase('harbour-letter')).title).toBe('New')
      await expect(store.restoreCase('harbour-letter')).rejects.toMatchObject({ code: 'not_found' })
    })

    it('opens a Case file, a second time beside the first', async () => {
      const file = serializeCase(exampleCase())
      expect(await store.openCaseFile(file)).toBe('harbour-letter')
      expect(await store.openCaseFile(file)).toBe('harbour-letter-2')
      expect(serializeCase(await store.readCase('harbour-letter'))).toBe(file)
    })

    it('takes in nothing of a Case file that is wrong', async () => {
      const file = serializeCase(exampleCase()).replace('"ada-lind"', '"nobody"')
      await expect(store.openCaseFile(file)).rejects.toMatchObject({ code: 'invalid_input' })
      const newer = serializeCase(exampleCase()).replace('"version": 1', '"version": 99')
      await expect(store.openCaseFile(newer)).rejects.toThrow(/99/)
      expect(await store.listCases()).toEqual([])
    })

    it('appends decisions, undoes and redoes them, and keeps all that over a reopening', async () => {
      await store.saveCase(exampleCase())
      const kinds = ['accept', 'reject'] as const
      for (let n = 0; n < 20; n++) {
        await store.decide('harbour-letter', { kind: kinds[n % 2]!, claim: 'met' }, 'Ina')
      }
      for (let n = 0; n < 20; n++) await store.decide('harbour-letter', undo)
      expect(await store.decide('harbour-letter', undo)).toBeUndefined()
      expect(replay(await store.readCase('harbour-letter')).case.claims[0]!.review).toBe('open')
      await store.close()
      for (let n = 0; n < 20; n++) await store.decide('harbour-letter', redo)
      expect(await store.decide('harbour-letter', redo)).toBeUndefined()
      const case_ = await store.readCase('harbour-letter')
      expect(case_.decisions).toHaveLength(60)
      expect(case_.decisions[0]).toMatchObject({ kind: 'accept', by: 'Ina' })
      expect(replay(case_).case.claims[0]!.review).toBe('rejected')
    })

    it('shows a case as its decisions replayed over it do, whatever is done with it', async () => {
      const base = exampleCase()
      const shown = async (id: string) => serializeCase(await store.readShown(id))
      const replayed = async (id: string) => serializeCase(replay(await store.readCase(id)).case)
      await fc.assert(
        fc.asyncProperty(arbitraryLog(base), arbitraryLog(base), async (log, more) => {
          await store.saveCase({ ...base, decisions: log })
          for (const { id: _, at: __, ...content } of more) {
            await store.decide(base.id, content as DecisionContent)
          }
          const stored = await store.readCase(base.id)
          expect(serializeCase({ ...stored, decisions: [] })).toBe(serializeCase(base))
          expect(await shown(base.id)).toBe(await replayed(base.id))
          const added = { id: 'late', kind: 'person' as const, name: 'Late', aliases: [] }
          await store.saveCase({ ...stored, entities: [...base.entities, added] })
          expect(await shown(base.id)).toBe(await replayed(base.id))
          const copy = await store.duplicateCase(base.id, 'Copy')
          expect(await shown(copy)).toBe(await replayed(copy))
          await clear(store)
        }),
        { numRuns: 12 },
      )
    })

    it('puts decisions made at once in one order', async () => {
      await store.saveCase(exampleCase())
      const made = await Promise.all(
        Array.from({ length: 8 }, () =>
          store.decide('harbour-letter', { kind: 'accept', claim: 'met' }),
        ),
      )
      const log = (await store.readCase('harbour-letter')).decisions
      expect(log.map(({ id }) => id).sort()).toEqual(made.map((one) => one!.id).sort())
      expect(new Set(log.map(({ id }) => id)).size).toBe(8)
    })

    it('decides nothing in a case that is not there, and nothing that is no decision', async () => {
      const accept = { kind: 'accept', claim: 'met' } as const
      await expect(store.decide('nobody', accept)).rejects.toMatchObject({ code: 'not_found' })
      await store.saveCase(exampleCase())
      const ofNone: DecisionContent = { kind: 'merge', into: 'ada-lind', entities: [] }
      await expect(store.decide('harbour-letter', ofNone)).rejects.toMatchObject({
        code: 'invalid_input',
      })
      expect((await store.readCase('harbour-letter')).decisions).toEqual([])
    })

    it('knows who is one step from whom as a graph in memory does', async () => {
      await fc.assert(
        fc.asyncProperty(randomCase(), fc.constantFrom(...directions), async (case_, direction) => {
          await store.saveCase(case_)
          const ids = case_.entities.map(({ id }) => id)
          const stored = await store.neighbours(case_.id, ids, direction)
          const reach = reachOf(buildGraph(case_))
          for (const id of ids) {
            expect(
              stored
                .filter(({ from }) => from === id)
                .map(({ to, claim, along }) => [to, claim, along]),
            ).toEqual(
              reach.neighbours(id, direction).map(({ to, claim, along }) => [to, claim.id, along]),
            )
          }
        }),
        { numRuns: 25 },
      )
    })

    it('answers who is around, paths and lineages as a graph in memory does', async () => {
      const filter = fc.constantFrom<ClaimFilter>(
        {},
        { kinds: ['person', 'paper', 'event'] },
        { stances: ['asserted', 'hedged'], until: '2024-12-31' },
        { sources: ['d0', 'd3'] },
      )
      const questions = fc.record({
        direction: fc.constantFrom(...directions),
        depth: fc.integer({ min: 1, max: 3 }),
        mode: fc.constantFrom('connected' as const, 'travelled' as const),
        maxHops: fc.integer({ min: 1, max: 6 }),
        without: fc.constantFrom<LineageOptions['without']>(undefined, ['Reuters'], ['d0']),
        filter,
      })
      const cases = randomCase({ entities: 9, claims: 24 })
      await fc.assert(
        fc.asyncProperty(cases, questions, async (case_, { mode, maxHops, without, ...around }) => {
          await store.saveCase(case_)
          const graph = buildGraph(case_)
          const [from, to] = case_.entities.map(({ id }) => id) as [string, string]
          const stored = await store.askNeighbours(case_.id, from, around)
          expect(stored.answer).toEqual(neighbours(graph, from, around))
          const question = { from, to, mode, maxHops, filter: around.filter }
          const paths = await store.askPaths(case_.id, question)
          expect(paths.answer).toEqual(findPaths(graph, question))
          const lineage = await store.askLineage(case_.id, to, { without })
          expect(lineage.answer).toEqual(traceLineage(graph, to, { without }))
        }),
        { numRuns: 30 },
      )
    })

    it('tells every lineage of the sample as a graph in memory does', async () => {
      const case_ = readCase(samplePath)
      await store.saveCase(case_)
      const graph = buildGraph(case_)
      for (const { id, kind } of case_.entities) {
        if (kind !== 'paper' && kind !== 'event') continue
        const { answer, cut } = await store.askLineage(case_.id, id)
        expect(answer).toEqual(traceLineage(graph, id))
        expect(cut).toBeUndefined()
      }
    })

    it('answers of entities that are not there as a graph in memory does', async () => {
      await store.saveCase(exampleCase())
      const question = { from: 'ada-lind', to: 'nobody', mode: 'connected' as const }
      const missing = { code: 'not_found', message: expect.stringContaining('nobody') }
      await expect(store.askNeighbours('harbour-letter', 'nobody')).rejects.toMatchObject(missing)
      await expect(store.askPaths('harbour-letter', question)).rejects.toMatchObject(missing)
      await expect(store.askLineage('harbour-letter', 'nobody')).rejects.toMatchObject(missing)
      await expect(store.askLineage('nowhere', 'ada-lind')).rejects.toMatchObject({
        code: 'not_found',
      })
    })

    it('connects two entities by as few hops as a graph in memory does, or says there is no way', async () => {
      await fc.assert(
        fc.asyncProperty(randomCase({ entities: 9, claims: 10 }), async (case_) => {
          await store.saveCase(case_)
          const reach = reachOf(buildGraph(case_))
          const [first, ...others] = case_.entities.map(({ id }) => id)
          const distances = distancesFrom(reach, first!)
          for (const other of others) {
            const { nodes, exhausted } = await store.connect(case_.id, first!, other)
            expect(exhausted).toBe(false)
            expect(nodes && nodes.length - 1).toBe(distances.get(other))
            for (const [i, id] of (nodes ?? []).slice(1).entries()) {
              const steps = reach.neighbours(nodes![i]!, 'any')
              expect(steps.some(({ to }) => to === id)).toBe(true)
            }
          }
        }),
        { numRuns: 15 },
      )
    })

    it('finds words in all cases, in any of their forms, and marks them', async () => {
      await store.saveCase(exampleCase())
      await store.saveCase(exampleCase({ id: 'two', title: 'Second' }))
      const { quotes, passages } = await store.search('pressing letters')
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
      expect((await store.search('pressing -harbour')).quotes).toEqual([])
      expect((await store.search('"harbour letter"', { case: 'two' })).quotes).toHaveLength(1)
      await store.removeCase('two')
      expect((await store.search('pressed')).quotes).toHaveLength(1)
      for (const odd of ['', '   ', '&|!', "o'", '"', '\\', '\0']) await store.search(odd)
    })

    it('finds names by the beginning of any word, without marks and case, and by likeness', async () => {
      const person = { kind: 'person' as const, aliases: [] }
      await store.saveCase(
        exampleCase({
          entities: [
            ...exampleCase().entities,
            { ...person, id: 'zel', name: 'Volodymyr Zełenśkyj', aliases: ['the president'] },
            { ...person, id: 'zelma', name: 'Zelma Ost' },
          ],
        }),
      )
      const find = async (text: string) =>
        (await store.search(text)).names.map(({ entity, name }) => [entity, name])
      expect(await find('zel')).toEqual([
        ['zelma', 'Zelma Ost'],
        ['zel', 'Volodymyr Zełenśkyj'],
      ])
      expect(await find('ZELENSKYJ')).toEqual([['zel', 'Volodymyr Zełenśkyj']])
      expect(await find('the pres')).toEqual([['zel', 'the president']])
      expect(await find('volodimir zelensky')).toEqual([['zel', 'Volodymyr Zełenśkyj']])
      expect(await find('quite another')).toEqual([])
    })

    it('forgets the words of what was taken out of a case', async () => {
      await store.saveCase(exampleCase())
      await store.saveCase(exampleCase({ documents: [], mentions: [], claims: [], entities: [] }))
      expect(await store.search('letter')).toEqual({ names: [], quotes: [], passages: [] })
    })

    it('backs up everything to one file and restores it', async () => {
      const path = join(folder, 'all.backup')
      await fc.assert(
        fc.asyncProperty(arbitraryCase(), async (odd) => {
          const case_ = { ...odd, id: `odd ${odd.id}` }
          await store.saveCase(case_)
          await store.saveCase(exampleCase({ decisions: [decision('d1')] }))
          await store.saveCase(exampleCase({ id: 'gone' }))
          await store.removeCase('gone')
          const listed = [await store.listCases(), await store.listDeletedCases()]
          expect(await store.backUp(path)).toBe(3)
          await clear(store)
          expect(await store.restoreBackup(path)).toHaveLength(3)
          expect([await store.listCases(), await store.listDeletedCases()]).toEqual(listed)
          expect(serializeCase(await store.readCase(case_.id))).toBe(serializeCase(case_))
          await clear(store)
        }),
        { numRuns: 5 },
      )
    })

    it('restores beside what is there: the same stays, what differs gets an id of its own', async () => {
      const path = join(folder, 'beside.backup')
      await store.saveCase(exampleCase({ id: 'same' }))
      await store.saveCase(exampleCase())
      await store.backUp(path)
      await store.saveCase(exampleCase({ claims: [] }))
      const restored = await store.restoreBackup(path)
      expect(restored.map(({ id, already }) => [id, already])).toEqual([
        ['same', true],
        ['harbour-letter-2', false],
      ])
      expect((await store.readCase('harbour-letter')).claims).toEqual([])
      expect((await store.readCase('harbour-letter-2')).claims).toHaveLength(2)
    })

    it('restores nothing of a backup that is damaged', async () => {
      const path = join(folder, 'cut.backup')
      await store.saveCase(exampleCase())
      await store.backUp(path)
      await clear(store)
      truncateSync(path, readFileSync(path).length - 30)
      await expect(store.restoreBackup(path)).rejects.toMatchObject({ code: 'invalid_input' })
      writeFileSync(path, 'not a backup')
      await expect(store.restoreBackup(path)).rejects.toThrow(/not a whole backup/)
      await expect(store.restoreBackup(join(folder, 'none'))).rejects.toThrow(/no such file/)
      expect(await store.listCases()).toEqual([])
    })
  })
}

const directions = ['in', 'out', 'any'] as const

function distancesFrom(reach: Reach, id: string): Map<string, number> {
  const distances = new Map([[id, 0]])
  for (const [here, distance] of distances) {
    for (const { to } of reach.neighbours(here, 'any')) {
      if (!distances.has(to)) distances.set(to, distance + 1)
    }
  }
  return distances
}

async function clear(store: Store): Promise<void> {
  for (const { id } of await store.listCases()) await store.removeCase(id)
  for (const { id } of await store.listDeletedCases()) await store.purgeCase(id)
}
