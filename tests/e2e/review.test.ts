import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type App, browserPath, live, startApp } from './browser'
import { panel, search, settle } from './explorer-page'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 180_000 })

const review = '/case/peace-plan/review'
const heading = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 })
const notice = (page: Page) => page.getByRole('status').last()

describe.skipIf(!browserPath)('the review', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app?.stop())

  it('shows the doubtful first, the quote in its sentences, and walks by j and k', async () => {
    const { page, errors, foreign } = await app.open(review)
    await heading(page).getByText('Marco Rubio described 28-point plan').waitFor()
    await page.getByText('Sources disagree').first().waitFor()
    const quote = page.locator('figure').first()
    await expect
      .poll(() => quote.locator('blockquote').textContent())
      .toContain('is the hardest to place')
    await expect.poll(() => quote.locator('mark').textContent()).toMatch(/^In private, said/)
    const first = await heading(page).textContent()
    await page.keyboard.press('j')
    await expect.poll(() => heading(page).textContent()).not.toBe(first)
    // whoever looks something up in the report comes back to the same relation
    const second = await heading(page).textContent()
    await page.locator('figcaption').getByRole('link').first().click()
    await page.waitForURL(/\/document\//)
    await page.goBack()
    await expect.poll(() => heading(page).textContent()).toBe(second)
    await page.keyboard.press('k')
    await expect.poll(() => heading(page).textContent()).toBe(first)
    expect([errors, foreign]).toEqual([[], []])
    await page.context().close()
  })

  it('begins with what the view rests on', async () => {
    const { page } = await app.open(`${review}?focus=kirill-dmitriev`)
    const queue = page.getByRole('navigation', { name: 'Queue' })
    await queue.getByText('What the view rests on').waitFor()
    await expect.poll(() => heading(page).textContent()).toContain('Kirill Dmitriev')
    await page.context().close()
  })

  it('a rejected relation leaves the picture, stays in the list, and comes back by Ctrl-Z', async () => {
    const { page } = await app.open('/case/peace-plan')
    await settle(page)
    await search(page, 'ushakov')
    await panel(page).locator('details').filter({ hasText: 'Witkoff' }).locator('summary').click()
    await panel(page).getByRole('button', { name: 'Open this relation' }).first().click()
    await panel(page).getByRole('button', { name: 'Reject' }).click()
    await page.getByText('38 claims').first().waitFor()
    await page.keyboard.press('l')
    await page.getByLabel('Show rejected').check()
    await page.getByRole('region', { name: 'Rejected relations' }).getByText('tips').waitFor()
    // the step to the list was the last thing done, the rejection the one before
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.getByText('39 claims').first().waitFor()
    await page.context().close()
  })

  it('corrects relation, stance and the words quoted', async () => {
    const { page } = await app.open(review)
    await page.keyboard.press('e')
    const editor = page.getByRole('region', { name: 'Correct the relation' })
    await editor.getByRole('combobox', { name: 'Relation' }).selectOption('accused')
    await expect.poll(() => heading(page).textContent()).toContain('accused')
    const quoteEditor = page.getByRole('region', { name: 'Correct the quote' })
    await quoteEditor.getByLabel('Stance').selectOption('hedged')
    await page.locator('figcaption').first().getByText('Hedged').waitFor()
    // Escape gives up what was typed and leaves the field: the next key is a key again
    const where = quoteEditor.getByLabel('Where')
    await where.fill('Atlantis')
    await where.press('Escape')
    await expect.poll(() => where.inputValue()).toBe('')
    await expect.poll(() => where.evaluate((field) => field.matches(':focus'))).toBe(false)
    await page.locator('blockquote').first().evaluate(selectWords, 'a “Russian wish list”')
    await page.locator('blockquote').first().dispatchEvent('pointerup')
    await page.getByRole('button', { name: 'Make this the quote' }).click()
    await expect
      .poll(() => page.locator('mark').first().textContent())
      .toBe('a “Russian wish list”')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
    await expect.poll(() => heading(page).textContent()).toContain('described')
    await page.context().close()
  })

  it('merges two names that were proposed with why, and the history takes it back', async () => {
    const { page } = await app.open(`${review}?tab=names`)
    await page.getByText('Both are called').waitFor()
    await page.keyboard.press('y')
    await expect.poll(() => notice(page).textContent()).toContain('Merged')
    await expect
      .poll(async () => (await logOf(app)).at(-1)?.kind, { timeout: 60_000 })
      .toBe('merge')
    await page.goto(`${app.address}/case/peace-plan/history`)
    await live(page)
    await page.getByLabel('Find in the history').fill('merged')
    const entry = page.getByRole('listitem').filter({ hasText: 'Merged' }).first()
    await entry.getByRole('button', { name: /Take back/ }).click()
    await entry.getByText('Taken back').waitFor()
    await expect.poll(async () => (await logOf(app)).at(-1)?.kind).toBe('remove')
    await page.context().close()
  })

  it('adds a relation from words selected in a report', async () => {
    const { page } = await app.open('/case/peace-plan/document/report-1')
    // by mouse, from the first letter of a passage that is a link itself
    const mark = page.getByRole('link', { name: 'Special Envoy Steve Witkoff', exact: true })
    await mark.scrollIntoViewIfNeeded()
    const [from, to] = await mark.evaluate(endsOf)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Add a relation' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^To/ }).click()
    await page.getByPlaceholder('Type a name').fill('putin')
    await page.keyboard.press('Enter')
    await dialog.getByRole('combobox', { name: 'Relation' }).selectOption('spoke')
    await dialog.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('complementary').getByText('spoke with Vladimir Putin').waitFor()
    await page.context().close()
  })

  const paths = [review, `${review}?tab=names`, '/case/peace-plan/history']
  const looks = ['light', 'dark'] as const
  it.each(paths.flatMap((path) => looks.map((look) => [path, look] as const)))(
    'has no fault that axe finds: %s, %s, wide and narrow',
    async (path, colorScheme) => {
      for (const width of [1440, 390]) {
        const viewport = { width, height: 850 }
        const { page } = await app.open(path, { colorScheme, viewport, bypassCSP: true })
        expect(await findViolations(page), `${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await page.context().close()
      }
    },
  )

  it('says clearly when a decision could not be kept, and takes it out again', async () => {
    const { page } = await app.open(review)
    await page.route('**/decisions', (route) => route.abort())
    const before = await page.getByText(/\d+ of \d+ reviewed/).textContent()
    await page.keyboard.press('y')
    await page.getByRole('alert').getByText('The program does not answer').waitFor()
    await expect.poll(() => page.getByText(/\d+ of \d+ reviewed/).textContent()).toBe(before)
    await page.unroute('**/decisions')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => page.getByText(/\d+ of \d+ reviewed/).textContent()).not.toBe(before)
    await page.context().close()
  })
})

async function logOf(app: App): Promise<{ kind: string }[]> {
  const reply = await fetch(`${app.address}/api/cases/peace-plan/decisions`)
  return ((await reply.json()) as { log: { kind: string }[] }).log
}

/** Where its words begin and end on the screen. */
function endsOf(element: Element) {
  const lines = [...element.getClientRects()]
  const [first, last] = [lines[0]!, lines.at(-1)!]
  return [
    { x: first.left + 1, y: first.top + first.height / 2 },
    { x: last.right - 1, y: last.top + last.height / 2 },
  ] as const
}

/** Selects words of an element as a hand would. */
function selectWords(root: Element, words: string) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  const at = nodes
    .map((node) => node.data)
    .join('')
    .indexOf(words)
  if (at < 0) throw new Error(`Not in the text: ${words}`)
  const place = (offset: number): [Text, number] => {
    let rest = offset
    for (const node of nodes) {
      if (rest <= node.length) return [node, rest]
      rest -= node.length
    }
    throw new Error('beyond the text')
  }
  const range = document.createRange()
  range.setStart(...place(at))
  range.setEnd(...place(at + words.length))
  getSelection()?.removeAllRanges()
  getSelection()?.addRange(range)
}
