/** What was taken out of a case and is handed in again. */
import { expect, it } from 'vitest'
import { replay } from '@/lib/decisions/replay'
import { openStore } from '@/lib/store/store'
import type { Given } from './given'
import { fileSource, makeReports } from './make-reports'
import { startSite } from './sources'

export function describeTakenOut(given: Given): void {
  it('says that what is handed in again was taken out, and leaves it out', async () => {
    const [one, two] = makeReports(2)
    const store = openStore(given.place)
    const first = await given.handIn([one!, two!].map(fileSource))
    await given.runAll()
    const caseId = (await given.imports.progress(first)).case
    const [report] = (await store.readCase(caseId)).documents
    await store.decide(caseId, { kind: 'remove', document: report!.id })
    const before = await store.readShown(caseId)

    const again = await given.handIn([one!, two!].map(fileSource))
    await given.runAll()
    const { counts } = await given.imports.progress(again)
    expect(counts).toMatchObject({ 'taken out': 1, known: 1, done: 0 })
    expect(await given.imports.troubles(again)).toMatchObject([
      {
        name: one!.name,
        state: 'taken out',
        reason: `“${report!.title}” was taken out of the case. It can be brought back in the case’s history.`,
        canRetry: false,
      },
    ])
    expect(await store.readShown(caseId)).toEqual(before)
  })

  it('lets a page that changed since join, and says that it was taken out before', async () => {
    const site = await startSite()
    const link = site.link('/story')
    const store = openStore(given.place)
    const fetchStory = async (text: string) => {
      site.pages.set('/story', text)
      const id = await given.handIn([{ source: 'link', name: link, link }])
      await given.runAll()
      return id
    }
    try {
      const first = await fetchStory('Ada Lind met Ben Ost in Oslo. Cora Dahl advised Ben Ost.')
      const caseId = (await given.imports.progress(first)).case
      const [older] = (await store.readCase(caseId)).documents
      const out = await store.decide(caseId, { kind: 'remove', document: older!.id })
      const second = await fetchStory('Ada Lind met Ben Ost in Bergen, said both of them.')
      expect((await given.imports.progress(second)).counts.done).toBe(1)
      expect((await given.imports.troubles(second))[0]!.reason).toMatch(/^This joined the case/)
      const shown = await store.readShown(caseId)
      expect(shown.documents).toHaveLength(1)
      expect(shown.entities.map(({ name }) => name)).not.toContain('Cora Dahl')
      expect(shown).toEqual(replay(await store.readCase(caseId)).case)
      // Brought back, it is the older version of the page, on which nothing rests.
      await store.decide(caseId, { kind: 'remove', decision: out!.id })
      const { documents, claims } = await store.readShown(caseId)
      expect(documents[0]).toMatchObject({ id: older!.id, replacedBy: documents[1]!.id })
      const grounds = claims.flatMap(({ evidence }) => evidence.map((piece) => piece.document))
      expect(new Set(grounds)).toEqual(new Set([documents[1]!.id]))
    } finally {
      site.stop()
    }
  })
}
