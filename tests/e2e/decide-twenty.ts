/** Twenty decisions by hand, undone and done again, with the server stopped in between. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { replay } from '@/lib/decisions/replay'
import { holdingDecisions } from '@/lib/decisions/undo'
import type { Case } from '@/lib/schema'
import { type App, startApp } from './browser'

const path = '/case/peace-plan/review'
const progress = (page: Page) => page.getByText(/\d+ of 39 reviewed/).textContent()

async function readCase(app: App): Promise<Case> {
  return (await fetch(`${app.address}/api/cases/peace-plan`)).json()
}

const shown = (case_: Case) => JSON.stringify(replay(case_).case.claims)

/** @param env where the cases are kept */
export async function decideTwenty(env: Record<string, string>): Promise<void> {
  const keys = [...'yynhyynyhnyyyynhyyny']
  let app = await startApp(env)
  const again = async () => {
    await app.stop()
    app = await startApp(env)
    const { page } = await app.open(path)
    return page
  }
  try {
    const untouched = shown(await readCase(app))
    const first = await app.open(path)
    await expect.poll(() => progress(first.page)).toBe('0 of 39 reviewed')
    for (const [i, key] of keys.entries()) {
      await first.page.keyboard.press(key)
      await expect.poll(() => progress(first.page)).toBe(`${i + 1} of 39 reviewed`)
    }
    await logOf(app, 20)
    const decided = await readCase(app)
    const kinds = { y: 'accept', n: 'reject', h: 'edit' }
    expect(decided.decisions.map(({ kind }) => kind)).toEqual(
      keys.map((key) => kinds[key as 'y' | 'n' | 'h']),
    )

    const second = await again()
    await expect.poll(() => progress(second)).toBe('20 of 39 reviewed')
    for (let left = 19; left >= 0; left--) {
      await second.keyboard.press('Control+z')
      await expect.poll(() => progress(second)).toBe(`${left} of 39 reviewed`)
    }
    await logOf(app, 40)
    expect(shown(await readCase(app))).toBe(untouched)

    const third = await again()
    await expect.poll(() => progress(third)).toBe('0 of 39 reviewed')
    for (let done = 1; done <= 20; done++) {
      await third.keyboard.press('Control+Shift+z')
      await expect.poll(() => progress(third)).toBe(`${done} of 39 reviewed`)
    }
    await logOf(app, 60)

    const fourth = await again()
    await expect.poll(() => progress(fourth)).toBe('20 of 39 reviewed')
    const last = await readCase(app)
    expect(shown(last)).toBe(shown(decided))
    expect(holdingDecisions(last.decisions)).toEqual(decided.decisions)
  } finally {
    await app.stop()
  }
}

/** Waits until the program has kept so many entries: nothing is on its way any more. */
const logOf = (app: App, length: number) =>
  expect.poll(async () => (await readCase(app)).decisions.length, { timeout: 90_000 }).toBe(length)
