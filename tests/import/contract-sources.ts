/** Files, archives and links as they are handed in, and what is said of those that cannot be read. */
import { expect, it } from 'vitest'
import { openStore } from '@/lib/store/store'
import { type Given, hurry, whyOf } from './given'
import { fileSource, makeReport, makeReports } from './make-reports'
import { makeZip, startSite } from './sources'

export function describeSources(given: Given): void {
  const readCaseOf = async (id: string) =>
    openStore(given.place).readCase((await given.imports.progress(id)).case)

  it('says of each source that cannot be read why, and reads the rest', async () => {
    const id = await given.handIn([
      fileSource(makeReport(1)),
      { source: 'file', name: 'huge.txt', bytes: new Uint8Array(21 * 1024 * 1024) },
      { source: 'file', name: 'blank.txt', bytes: new Uint8Array() },
      { source: 'file', name: 'noise.txt', bytes: Uint8Array.from([0, 1, 2, 255, 0, 3]) },
    ])
    await given.runAll()
    const { counts } = await given.imports.progress(id)
    expect(counts).toMatchObject({ done: 1, failed: 3 })
    expect(await whyOf(given.imports, id)).toMatchObject({
      'huge.txt': expect.stringMatching(/21\.0 MB; at most 20 MB.*Split it/),
      'blank.txt': expect.stringContaining('no text'),
      'noise.txt': expect.stringContaining('not a text file'),
    })
  })

  it('opens an archive; each file in it is a document', async () => {
    const [one, two] = makeReports(2)
    const bytes = makeZip({ 'a/one.txt': one!.text, 'two.txt': two!.text, 'x.png': 'No.' })
    const broken = { source: 'file' as const, name: 'broken.zip', bytes: bytes.slice(40) }
    const id = await given.handIn([{ source: 'file', name: 'both.zip', bytes }, broken])
    await given.runAll()
    const { counts, total } = await given.imports.progress(id)
    expect(counts).toMatchObject({ done: 2, failed: 1, 'passed over': 1 })
    expect(total).toBe(3)
    expect(await whyOf(given.imports, id)).toEqual({
      'both.zip': expect.stringContaining('cannot be read (.png)'),
      'broken.zip': expect.stringContaining('damaged'),
    })
    const { documents } = await readCaseOf(id)
    expect(documents.map(({ text }) => text)).toEqual([one!.text, two!.text])
  })

  it('fetches a list of links; one that is slow for ever is given up, after its tries', async () => {
    const site = await startSite()
    site.pages.set('/one', 'Ada Lind met Ben Ost in Oslo on Monday, and both signed the treaty.')
    const names = ['/one', '/none', '/slow'].map(site.link)
    try {
      const id = await given.handIn(names.map((link) => ({ source: 'link', name: link, link })))
      await hurry(given.place)
      await given.runAll()
      expect((await given.imports.progress(id)).counts).toMatchObject({
        done: 1,
        failed: 1,
        'set aside': 1,
      })
      expect(await whyOf(given.imports, id)).toEqual({
        [names[1]!]: expect.stringContaining('no such page'),
        [names[2]!]: expect.stringContaining('did not answer in time'),
      })
    } finally {
      site.stop()
    }
  })

  it('takes a changed page for a newer version: the older is kept, and nothing rests on it', async () => {
    const site = await startSite()
    const link = site.link('/story')
    const fetchStory = async (text: string) => {
      site.pages.set('/story', text)
      const id = await given.handIn([{ source: 'link', name: link, link }])
      await given.runAll()
      return readCaseOf(id)
    }
    try {
      await fetchStory('Ada Lind met Ben Ost in Oslo on Monday. Cora Dahl advised Ben Ost.')
      const case_ = await fetchStory('Ada Lind met Ben Ost in Oslo on Monday, said both of them.')
      const [older, newer] = case_.documents
      expect(case_.documents).toHaveLength(2)
      expect(older).toMatchObject({ url: link, replacedBy: newer!.id })
      expect(newer).toMatchObject({ url: link })
      const sources = case_.claims.flatMap((claim) => claim.evidence.map((e) => e.document))
      expect(new Set(sources)).toEqual(new Set([newer!.id]))
      expect(case_.entities.map((entity) => entity.name)).not.toContain('Cora Dahl')
      const again = await fetchStory('Ada Lind met Ben Ost in Oslo on Monday, said both of them.')
      expect(again).toEqual(case_)
    } finally {
      site.stop()
    }
  })
}
