import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildGraph } from '@/lib/graph/build'
import type { Case } from '@/lib/schema'
import { articlesPath, hasArticles, readCase, samplePath } from '../query/real-cases'
import { type App, browserPath, type OpenPage, startApp } from './browser'
import {
  drawn,
  dropFile,
  listedNeighbours,
  openRelation,
  overlapping,
  panel,
  search,
  settle,
} from './explorer-page'

// a browser on a busy machine
vi.setConfig({ testTimeout: 180_000 })

let app: App
beforeAll(async () => {
  if (browserPath) app = await startApp()
})
afterAll(() => app?.stop())

const cases = [
  { name: 'the sample case', path: samplePath, there: true },
  { name: 'the articles', path: articlesPath, there: hasArticles },
]

describe.skipIf(!browserPath).each(cases)('$name in the browser', ({ path, there }) => {
  let case_: Case
  let held: OpenPage

  const nameOf = (id: string | null) =>
    case_.entities.find((entity) => entity.id === id)?.name ?? ''
  const idOf = (name: string) => case_.entities.find((entity) => entity.name === name)!.id
  const claimBetween = (relation: string, a: string, b: string) =>
    case_.claims.find(
      (claim) =>
        claim.relation === relation &&
        [nameOf(claim.from), nameOf(claim.to)].sort().join() === [a, b].sort().join(),
    )!
  const quotesOf = async () =>
    (await panel(held.page).locator('blockquote').allTextContents())
      .map((text) => text.trim().slice(1, -1))
      .sort()

  beforeAll(async () => {
    if (!there) return
    case_ = readCase(path)
    held = await app.open('/')
    await dropFile(held.page, path)
    await held.page.waitForURL(`**/case/${case_.id}`)
    await settle(held.page)
  })
  afterAll(() => held?.page.context().close())

  it.skipIf(!there)(
    'opens by drag and drop, asks nothing of anyone else, and logs no error',
    async () => {
      await held.page.getByRole('heading', { level: 1, name: case_.title }).waitFor()
      expect(held.foreign).toEqual([])
      expect(held.errors).toEqual([])
    },
  )

  it.skipIf(!there)(
    'is a figure without a click: names and labels whole, apart, inside',
    async () => {
      const { names, labels, window, covers } = await drawn(held.page)
      const graph = buildGraph(case_)
      const connected = graph.filterNodes((id) => graph.degree(id) > 0)
      expect(names.map((name) => name.text.replaceAll('\n', ' ')).sort()).toEqual(
        connected.map(nameOf).sort(),
      )
      expect(labels).toHaveLength(graph.size)
      expect(overlapping([...names, ...labels])).toEqual([])
      for (const box of [...names, ...labels]) {
        expect(box.x1, box.text).toBeGreaterThanOrEqual(window.x1)
        expect(box.y1, box.text).toBeGreaterThanOrEqual(window.y1)
        expect(box.x2, box.text).toBeLessThanOrEqual(window.x2)
        expect(box.y2, box.text).toBeLessThanOrEqual(window.y2)
        for (const cover of covers) expect(overlapping([box, cover])).toEqual([])
      }
    },
  )

  it.skipIf(!there)(
    'finds Steve Witkoff by “witk”, with exactly the neighbours of the file',
    async () => {
      await search(held.page, 'witk')
      const id = idOf('Steve Witkoff')
      const expected = case_.claims
        .filter((claim) => claim.to && (claim.from === id || claim.to === id))
        .map((claim) => nameOf(claim.from === id ? claim.to : claim.from))
      await expect.poll(() => listedNeighbours(held.page)).toEqual([...new Set(expected)].sort())
    },
  )

  it.skipIf(!there)(
    'shows both quotes of Witkoff and Ushakov, with Bloomberg as who says so',
    async () => {
      await openRelation(held.page, 'Yuri Ushakov')
      const claim = claimBetween('advised', 'Steve Witkoff', 'Yuri Ushakov')
      expect(claim.evidence).toHaveLength(2)
      await expect.poll(quotesOf).toEqual(claim.evidence.map((piece) => piece.quote).sort())
      const captions = panel(held.page).locator('figcaption')
      await expect.poll(() => captions.getByText('according to Bloomberg').count()).toBe(2)
    },
  )

  it.skipIf(!there)('shows that Rubio and Lavrov spoke, with both sources', async () => {
    await search(held.page, 'rubio')
    await openRelation(held.page, 'Sergei Lavrov')
    await panel(held.page).getByRole('heading', { level: 2, name: /spoke/ }).waitFor()
    const claim = claimBetween('spoke', 'Marco Rubio', 'Sergei Lavrov')
    expect(new Set(claim.evidence.map((piece) => piece.document)).size).toBe(2)
    await expect.poll(quotesOf).toEqual(claim.evidence.map((piece) => piece.quote).sort())
  })

  it.skipIf(!there)('shows the three people of the Miami meeting', async () => {
    await search(held.page, 'miami meeting')
    const isPerson = (name: string) =>
      case_.entities.some((e) => e.name === name && e.kind === 'person')
    await expect
      .poll(async () => (await listedNeighbours(held.page)).filter(isPerson))
      .toEqual(['Jared Kushner', 'Kirill Dmitriev', 'Steve Witkoff'])
  })

  it.skipIf(!there)('says that “described” is contested, and who denies it', async () => {
    await search(held.page, 'rubio')
    await openRelation(held.page, '28-point plan')
    for (const words of ['Contested', 'Denied by White House and State Department'])
      await expect.poll(() => panel(held.page).textContent()).toContain(words)
  })

  it.skipIf(!there)('tells how the 28-point plan was shaped, in order', async () => {
    await search(held.page, '28-point plan')
    await panel(held.page).getByRole('button', { name: 'How was it shaped?' }).click()
    await panel(held.page).getByText('as the sources tell it').waitFor()
    const steps = await panel(held.page).locator('h3').allTextContents()
    for (const name of [
      'Russian non-paper',
      'Miami meeting',
      '20-point plan',
      '28-point plan',
      'revised framework',
    ])
      expect(steps).toContain(name)
    expect(steps.indexOf('20-point plan')).toBeLessThan(steps.indexOf('28-point plan'))
    expect(steps.indexOf('revised framework')).toBeGreaterThan(steps.indexOf('28-point plan'))
    await held.page.keyboard.press('Escape')
  })
})
