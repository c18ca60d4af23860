/** Documents that are taken out of a stored case: nothing that is asked of it knows them, until they are back. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import type { DecisionContent } from '@/lib/decisions/decision'
import { replay } from '@/lib/decisions/replay'
import { redo, revert, undo } from '@/lib/decisions/undo'
import { addDocuments } from '@/lib/pipeline'
import type { Case } from '@/lib/schema'
import { tangledCase } from './example-case'
import { clear, type Given } from './given'

export function describeTakeOut(given: Given): void {
  const base = tangledCase()
  const { id } = base
  const takeOut = (document: string): DecisionContent => ({ kind: 'remove', document })
  const counts = async () => {
    const [listed] = await given.store.listCases()
    return [listed!.documents, listed!.entities, listed!.claims]
  }
  /** What the store shows is what the log makes of what was extracted. */
  const checkShown = async (of = id): Promise<Case> => {
    const stored = await given.store.readCase(of)
    const shown = await given.store.readShown(of)
    expect(serializeCase(shown)).toBe(serializeCase(replay(stored).case))
    return stored
  }

  it('leaves lists, search and questions, and is kept with its case', async () => {
    await given.store.saveCase(base)
    const whole = await counts()
    const found = async () => {
      const { names, quotes, passages } = await given.store.search('Moss')
      return [names.length, quotes.length, passages.length]
    }
    const asked = async () => {
      const { documents } = await given.store.listSources(id, [])
      const around = await given.store.askNeighbours(id, 'bo-falk')
      const names = around.answer.layers.flat().map((one) => one.id)
      return [documents.length, names.includes('moss')]
    }
    expect([await found(), await asked()]).toEqual([
      [1, 2, 1],
      [2, true],
    ])
    await given.store.decide(id, takeOut('answer'))
    expect([await found(), await asked()]).toEqual([
      [0, 0, 0],
      [1, false],
    ])
    expect(await counts()).toEqual([1, whole[1]! - 1, whole[2]! - 1])
    const stored = await checkShown()
    expect(serializeCase({ ...stored, decisions: [] })).toBe(serializeCase(base))

    const copy = await given.store.duplicateCase(id)
    await checkShown(copy)
    await given.store.decide(copy, undo)
    expect(serializeCase(await given.store.readShown(copy))).toBe(
      serializeCase({ ...base, id: copy, title: `${base.title} (copy)` }),
    )
    await given.store.purgeCase(copy)
    await given.store.removeCase(copy)

    const path = join(given.folder, 'taken-out.backup')
    await given.store.backUp(path)
    await clear(given.store)
    await given.store.restoreBackup(path)
    expect(serializeCase(await checkShown())).toBe(serializeCase(stored))
    await given.store.decide(id, undo)
    expect(await counts()).toEqual(whole)
    expect(await found()).toEqual([1, 2, 1])
    await given.store.decide(id, redo)
    expect(await found()).toEqual([0, 0, 0])
  })

  it('is taken out and brought back wherever that stands among other decisions', async () => {
    await given.store.saveCase(base)
    const steps: DecisionContent[] = [
      { kind: 'accept', claim: 'answered' },
      { kind: 'merge', into: 'ada-lind', entities: ['moss'] },
      takeOut('answer'),
      { kind: 'rename', entity: 'ada-lind', name: 'A. Lind' },
      takeOut('report'),
    ]
    const made = []
    for (const step of steps) {
      made.push((await given.store.decide(id, step))!)
      await checkShown()
    }
    expect(await counts()).toEqual([0, 0, 0])
    await expect(given.store.decide(id, takeOut('answer'))).rejects.toThrow('taken out already')
    await expect(given.store.decide(id, takeOut('gone'))).rejects.toThrow('not there any more')
    await given.store.decide(id, revert(made[2]!.id))
    const { claims, documents } = replay(await checkShown()).case
    expect(documents.map((one) => one.id)).toEqual(['answer'])
    expect(claims.find((one) => one.id === 'answered')).toMatchObject({
      from: 'ada-lind',
      review: 'accepted',
    })
  })

  it('stays out while the case grows, and while it is written anew', async () => {
    await given.store.saveCase(base)
    await given.store.decide(id, takeOut('answer'))
    const text = 'Eva Moss met Ada Lind in Bergen. Moss advised Lind.'
    const later = { title: 'Later', text, language: 'en' }
    await given.store.changeCase(id, (case_) => addDocuments(case_, [later]).case)
    const grown = await checkShown()
    expect(grown.documents).toHaveLength(3)
    const shown = await given.store.readShown(id)
    expect(shown.documents.map(({ title }) => title)).toEqual([base.documents[0]!.title, 'Later'])
    // Another report names her now.
    expect(shown.entities.some(({ name }) => name === 'Eva Moss')).toBe(true)
    await given.store.saveCase({ ...grown, title: 'Another title' })
    await checkShown()
    await given.store.decide(id, undo)
    expect((await given.store.readShown(id)).documents).toHaveLength(3)
    await checkShown()
  })
}
