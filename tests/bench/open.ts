/** What a visitor waits for in the built app: the first picture, and a picture made of reports. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type App, browserPath, startApp } from '../e2e/browser'
import { settle } from '../e2e/explorer-page'
import { milliseconds, printTable, sum } from './measure'

const rounds = 9
const reports = ['report-1.txt', 'report-2.txt'].map((name) =>
  join(import.meta.dirname, '../../data/sample', name),
)

type Opening = { afterPage: number; afterScripts: number }
type Adding = { read: number; drawn: number }

export async function benchOpen(): Promise<void> {
  if (!browserPath) return
  const app = await startApp()
  try {
    const openings: Opening[] = []
    const addings: Adding[] = []
    for (let round = 0; round <= rounds; round++) {
      const opened = await openSample(app)
      const added = await addReports(app, round)
      if (round === 0) continue
      openings.push(opened)
      addings.push(added)
    }
    const row = (name: string, times: number[]) => {
      const { median, p95 } = sum(times)
      return [name, milliseconds(median), milliseconds(p95)]
    }
    printTable(
      'In the built app, in headless Chromium (milliseconds)',
      ['from … to …', 'median', 'p95'],
      [
        row(
          'page received → sample settled',
          openings.map(({ afterPage }) => afterPage),
        ),
        row(
          'scripts received → sample settled',
          openings.map(({ afterScripts }) => afterScripts),
        ),
        row(
          'two reports given → what they bring is shown',
          addings.map(({ read }) => read),
        ),
        row(
          'they join a new case → its graph stands',
          addings.map(({ drawn }) => drawn),
        ),
      ],
    )
  } finally {
    await app.stop()
  }
}

async function openSample({ browser, address }: App): Promise<Opening> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await noteSettling(page)
  await page.goto(address)
  await settle(page)
  const times = await page.evaluate(() => {
    const settled = (window as unknown as { settledAt: number }).settledAt
    const [navigation] = performance.getEntriesByType('navigation')
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter((entry) => entry.initiatorType === 'script' && entry.responseEnd < settled)
      .map((entry) => entry.responseEnd)
    return {
      afterPage: settled - (navigation as PerformanceNavigationTiming).responseEnd,
      afterScripts: settled - Math.max(...scripts),
    }
  })
  await page.close()
  return times
}

/** Writes down when the picture stands, on the page's own clock. */
const noteSettling = (page: Page) =>
  page.addInitScript(() => {
    const note = new MutationObserver(() => {
      if (!document.querySelector('[data-testid=canvas][data-settled]')) return
      Object.assign(window, { settledAt: performance.now() })
      note.disconnect()
    })
    note.observe(document, { subtree: true, childList: true, attributes: true })
  })

async function addReports({ browser, address }: App, round: number): Promise<Adding> {
  const case_ = { version: 1, id: `bench-${round}`, title: `Bench ${round}` }
  const parts = { documents: [], entities: [], mentions: [], claims: [], decisions: [] }
  const body = JSON.stringify({ ...case_, ...parts })
  const made = await fetch(`${address}/api/cases?keep=both`, { method: 'POST', body })
  const { id } = (await made.json()) as { id: string }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}/case/${id}?add=1`)
  const dialog = page.getByRole('dialog', { name: 'Add documents' })
  const files = dialog.getByLabel('Choose files', { exact: true }).last()
  await files.waitFor({ state: 'attached' })
  const start = performance.now()
  await files.setInputFiles(reports)
  await dialog.getByText('Nothing has joined the case yet').waitFor()
  const shown = performance.now()
  await dialog.getByRole('button', { name: 'Add 2 documents to the case' }).click()
  // an empty picture stood there before
  await page.waitForSelector('[data-testid=canvas][data-settled]:not([data-settled="0"])')
  const drawn = performance.now()
  await page.close()
  return { read: shown - start, drawn: drawn - shown }
}
