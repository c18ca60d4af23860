/** What every store must do, whatever database is below it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { openStore } from '@/lib/store/store'
import { describeBackup } from './contract-backup'
import { describeCases } from './contract-cases'
import { describeDecisions } from './contract-decisions'
import { describeQuestions } from './contract-questions'
import { describeReadAgain } from './contract-read-again'
import { describeSearch } from './contract-search'
import { describeTakeOut } from './contract-take-out'
import { clear, type Given } from './given'

/** @param createPlace a new place without cases: a folder or an address */
export function describeStore(name: string, createPlace: () => Promise<string>): void {
  describe(name, { timeout: 120_000 }, () => {
    const given = {} as Given
    beforeAll(async () => {
      given.store = openStore(await createPlace())
      given.folder = mkdtempSync(join(tmpdir(), 'throughline-contract-'))
    })
    afterAll(async () => {
      await given.store?.close()
      if (given.folder) rmSync(given.folder, { recursive: true, force: true })
    })
    beforeEach(() => clear(given.store))

    describe('cases', () => describeCases(given))
    describe('decisions', () => describeDecisions(given))
    describe('taken out', () => describeTakeOut(given))
    describe('questions', () => describeQuestions(given))
    describe('read again', () => describeReadAgain(given))
    describe('search', () => describeSearch(given))
    describe('backup', () => describeBackup(given))
  })
}
