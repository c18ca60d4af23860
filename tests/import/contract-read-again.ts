/** Reading a case's reports again while others decide in it, or add to it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { replay } from '@/lib/decisions/replay'
import { keepAgain, previewAgain, type Reread, readAgain } from '@/lib/import/read-again'
import { type Readers, startReaders } from '@/lib/import/readers'
import { addDocuments, type Reading } from '@/lib/pipeline'
import { openStore, type Store } from '@/lib/store/store'
import { first, read, second } from '../store/two-readings'
import type { Given } from './given'
import { makeReport } from './make-reports'

export function describeReadAgain(given: Given): void {
  let real: Readers
  let store: Store
  let id: string
  beforeAll(() => {
    real = startReaders({ threads: 1 })
  })
  afterAll(() => real?.stop())

  /** A case of the first extractor's, where the second reads now. */
  const open = async (change: Partial<Readers> = {}): Promise<Reread> => {
    store = openStore(given.place)
    id = await store.openCaseFile(JSON.stringify(read(first)))
    const newer: Readers['read'] = async () => ({ readings: JSON.stringify([second]) })
    const readers = { ...real, read: newer, ...change }
    return { store, imports: given.imports, readers: () => readers }
  }
  const relationsOf = ({ claims }: { claims: { relation: string }[] }) =>
    claims.map(({ relation }) => relation).sort()
  const newRelations = ['authored', 'met', 'pressured', 'spoke']

  it('shows what would change, and changes nothing before it is kept', async () => {
    const at = await open()
    const before = await store.readCase(id)
    const steps: string[] = []
    const again = await readAgain(at, id, { onProgress: (done, of) => steps.push(`${done}/${of}`) })
    const preview = await previewAgain(at, id, again)
    expect(steps).toEqual(['0/1', '1/1'])
    expect(preview.before).toEqual(before)
    expect(relationsOf(preview.after)).toEqual(newRelations)
    expect(await store.readCase(id)).toEqual(before)
    expect(await store.listEarlier(id)).toEqual([])

    expect(await keepAgain(at, id, again)).toEqual(preview)
    expect(await store.readCase(id)).toEqual(preview.after)
    expect(await store.listEarlier(id)).toHaveLength(1)
    const same = await keepAgain(at, id, again)
    expect(same.after).toBe(same.before)
    expect(await store.listEarlier(id)).toHaveLength(1)
  })

  it('loses nothing that is decided meanwhile', async () => {
    const at = await open()
    const { claims } = await store.readCase(id)
    const idOf = (relation: string) => claims.find((claim) => claim.relation === relation)!.id
    await store.decide(id, { kind: 'accept', claim: idOf('advised') })
    const again = await readAgain(at, id)
    await store.decide(id, { kind: 'accept', claim: idOf('met') })
    const { from } = claims.find((claim) => claim.relation === 'met')!
    const names = ['A. Lind', 'Ada L.', 'A. L.', 'Lind, Ada']
    await Promise.all([
      store.decide(id, { kind: 'reject', claim: idOf('authored') }),
      store.decide(id, { kind: 'rename', entity: from, name: names[0]! }),
      keepAgain(at, id, again),
      ...names.slice(1).map((name) => store.decide(id, { kind: 'rename', entity: from, name })),
    ])
    const stored = await store.readCase(id)
    expect(relationsOf(stored)).toEqual(newRelations)
    expect(stored.decisions.map(({ kind }) => kind).sort()).toEqual(
      ['accept', 'accept', 'reject', ...names.map(() => 'rename')].sort(),
    )
    const { case: shown, lost } = replay(stored)
    expect(lost.map(({ decision }) => decision)).toEqual([stored.decisions[0]])
    expect(await store.readShown(id)).toEqual(shown)
    const reviewed = shown.claims.map(({ relation, review }) => [relation, review])
    expect(reviewed).toContainEqual(['met', 'accepted'])
    expect(reviewed).toContainEqual(['authored', 'rejected'])
  })

  it('loses no report that came while the others were joined', async () => {
    const late = { title: 'Late', text: makeReport(3).text, language: 'en' }
    const at = await open({
      join: async (task) => {
        const answer = await real.join(task)
        await store.changeCase(id, (case_) => addDocuments(case_, [late]).case)
        return answer
      },
    })
    const { before, after } = await keepAgain(at, id, await readAgain(at, id))
    expect(before.documents).toHaveLength(2)
    expect(await store.readCase(id)).toEqual(after)
    const ofLate = before.documents[1]!.id
    const drawn = ({ claims }: typeof before) =>
      claims.filter(({ evidence }) => evidence.some(({ document }) => document === ofLate))
    expect(drawn(before).length).toBeGreaterThan(3)
    expect(drawn(after)).toEqual(drawn(before))
    expect(
      relationsOf({ claims: after.claims.filter((one) => !drawn(after).includes(one)) }),
    ).toEqual(newRelations)
  })

  it('waits for an import, and says when there is nothing to read', async () => {
    const at = await open()
    const again = await readAgain(at, id)
    const import_ = await given.imports.begin(id)
    for (const ask of [() => readAgain(at, id), () => keepAgain(at, id, again)]) {
      await expect(ask()).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('Reports are being added to “The letter” just now'),
      })
    }
    await given.imports.cancel(import_)
    await given.runAll()
    expect((await keepAgain(at, id, again)).after.claims).toHaveLength(4)

    const bare = await store.createCase('Bare')
    await expect(readAgain(at, bare)).rejects.toThrow('“Bare” has no reports to read again.')
    const byHand = await store.changeCase(id, (case_) => ({
      ...case_,
      claims: case_.claims.map((claim) => ({
        ...claim,
        evidence: claim.evidence.map((piece) => ({ ...piece, origin: 'human' as const })),
      })),
    }))
    await expect(readAgain(at, id)).rejects.toThrow('came with relations made elsewhere')
    expect((await keepAgain(at, id, again)).after).toEqual(byHand)
    await expect(readAgain(at, 'nobody')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('leaves a report that cannot be read as it was, and stops when it is told to', async () => {
    const at = await open({ read: async () => ({ stumbled: 'It took too long.' }) })
    const again = await readAgain(at, id)
    expect(again).toEqual({
      readings: [],
      failed: [{ title: 'The letter', reason: 'It took too long.' }],
    })
    const { before, after } = await keepAgain(at, id, again)
    expect(after).toBe(before)

    const stop = new AbortController()
    const texts: string[] = []
    const stopped = await open({
      read: async (task) => {
        if ('inputs' in task) texts.push(task.inputs[0]!.text)
        stop.abort()
        return { readings: JSON.stringify([] satisfies Reading[]) }
      },
    })
    const others = [4, 5].map((n) => ({ title: `${n}`, text: makeReport(n).text, language: 'en' }))
    await store.changeCase(id, (case_) => addDocuments(case_, others).case)
    await readAgain(stopped, id, { signal: stop.signal })
    expect(texts).toHaveLength(1)
  })
}
