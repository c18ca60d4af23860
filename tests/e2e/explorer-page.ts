/** What one does on the explorer's page, and what one reads there. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from 'playwright-core'

/** Waits until the picture stands. */
export const settle = (page: Page) =>
  page.waitForSelector('[data-testid=canvas][data-settled]', { timeout: 30_000 })

/** What the address asks for. It is known here a moment after the page changed it: to be polled. */
export const asked = (page: Page) => new URL(page.url()).searchParams

/** Drops a file on the window as a hand would: enter, over, drop. */
export async function dropFile(page: Page, path: string, text = readFileSync(path, 'utf8')) {
  const transfer = await page.evaluateHandle(
    ({ name, content }) => {
      const data = new DataTransfer()
      data.items.add(new File([content], name, { type: 'application/json' }))
      return data
    },
    { name: basename(path), content: text },
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer })
}

/** `/`, then a name, then Enter. */
export async function search(page: Page, text: string) {
  await page.keyboard.press('/')
  await page.getByPlaceholder('A name, or what you remember').fill(text)
  await page.keyboard.press('Enter')
  await panel(page).getByRole('heading', { level: 2 }).waitFor()
}

export const panel = (page: Page) => page.getByRole('complementary')

/** The names of the neighbours the panel lists. */
export async function listedNeighbours(page: Page): Promise<string[]> {
  const rows = panel(page)
    .locator('section')
    .filter({ hasText: /neighbours?/ })
    .first()
  const names = await rows.locator('summary [data-name]').allTextContents()
  return [...new Set(names)].sort()
}

/** Opens the relation of a neighbour in the panel. */
export async function openRelation(page: Page, name: string) {
  const row = panel(page)
    .locator('details')
    .filter({ has: page.locator(`[data-name="${name}"]`) })
    .first()
  await row.locator('summary').click()
  await row.getByRole('button', { name: 'Open this relation' }).click()
  await panel(page).getByText('independent source').waitFor()
}

export type Box = { text: string; x1: number; y1: number; x2: number; y2: number }

/** Where on the page the canvas writes names and labels, and what floats over it. */
export function drawn(page: Page) {
  return page.evaluate(() => {
    type Rect = { x1: number; y1: number; x2: number; y2: number }
    type Drawn = {
      data(name: string): string
      hasClass(name: string): boolean
      renderedBoundingBox(options: object): Rect
    }
    type Canvas = HTMLElement & {
      _cyreg: { cy: Record<'nodes' | 'edges', () => { toArray(): Drawn[] }> }
    }
    const canvas = document.querySelector<Canvas>('[data-testid=canvas]')!
    const frame = canvas.getBoundingClientRect()
    const only = {
      includeNodes: false,
      includeEdges: false,
      includeLabels: true,
      includeOverlays: false,
      includeUnderlays: false,
      includeOutlines: false,
    }
    const place = (element: Drawn) => {
      const box = element.renderedBoundingBox(only)
      return {
        text: element.data('text'),
        x1: box.x1 + frame.left,
        y1: box.y1 + frame.top,
        x2: box.x2 + frame.left,
        y2: box.y2 + frame.top,
      }
    }
    const { cy } = canvas._cyreg
    const rect = ({ left, top, right, bottom }: DOMRect) => ({
      x1: left,
      y1: top,
      x2: right,
      y2: bottom,
    })
    return {
      names: cy
        .nodes()
        .toArray()
        .filter((node) => !node.hasClass('mark'))
        .map(place),
      labels: cy
        .edges()
        .toArray()
        .filter((edge) => edge.hasClass('labelled'))
        .map(place),
      window: rect(frame),
      covers: [...document.querySelectorAll('main .float-card')].map((card) => ({
        text: card.textContent?.slice(0, 20) ?? '',
        ...rect(card.getBoundingClientRect()),
      })),
    }
  })
}

/** Pairs that cover each other by more than the halo around letters. */
export function overlapping(boxes: readonly Box[], slack = 5): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > slack &&
          Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > slack,
      )
      .map((b) => `${a.text} / ${b.text}`),
  )
}

/** Where an entity's shape or a relation's middle is on the page. */
export const placeOf = (page: Page, id: string) =>
  page.evaluate((wanted) => {
    type Point = { x: number; y: number }
    type Element = { isNode(): boolean; renderedPosition(): Point; renderedMidpoint(): Point }
    type Canvas = HTMLElement & { _cyreg: { cy: { getElementById(id: string): Element } } }
    const canvas = document.querySelector<Canvas>('[data-testid=canvas]')!
    const { left, top } = canvas.getBoundingClientRect()
    const element = canvas._cyreg.cy.getElementById(wanted)
    const { x, y } = element.isNode() ? element.renderedPosition() : element.renderedMidpoint()
    return { x: left + x, y: top + y }
  }, id)
