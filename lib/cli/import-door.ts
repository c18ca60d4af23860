/** Imports, and who carries them out: this process, or the app that has the folder open. */
import { AppError } from '../errors'
import { type Engine, startEngine } from '../import/engine'
import { type Imports, openImports } from '../import/imports'
import { startReaders } from '../import/readers'
import { defaultPlace } from '../store/connect'
import { openStore } from '../store/store'
import { heldWords } from '../view/import-words'
import { askImports } from './ask-imports'
import { askApp, findRunningApp } from './running-app'

export type ImportDoor = {
  imports: Imports
  /** The address of the app, when it is the one that reads. */
  app?: string
  listCaseIds(): Promise<string[]>
  /** @returns the new case's id */
  createCase(title: string): Promise<string>
  /** Something waits to be read. */
  read(): void
  /** Resolves after half a second, or at once when nothing is left to do. */
  pause(): Promise<void>
  /** What is being read here is read anew by whoever comes next; the app goes on. */
  close(): Promise<void>
}

export async function openImportDoor(): Promise<ImportDoor> {
  const app = await findRunningApp()
  return app === undefined ? importHere() : importThere(app)
}

function importHere(): ImportDoor {
  let engine: Engine | undefined
  let idle: Promise<void> | undefined
  return {
    imports: withPatience(openImports()),
    listCaseIds: async () => (await openStore().listCases()).map(({ id }) => id),
    createCase: (title) => openStore().createCase(title),
    read() {
      engine ??= startEngine(defaultPlace(), {
        readers: startReaders(),
        onError: (error) => console.error(`\n${heldWords(error.message)}`),
        onRecovered: () => console.error('\nReading goes on.'),
      })
      engine.wake()
    },
    pause() {
      idle ??= engine?.whenIdle().finally(() => {
        idle = undefined
      })
      return Promise.race([halfSecond(), ...(idle ? [idle] : [])])
    },
    async close() {
      await engine?.stop()
    },
  }
}

/**
 * What may be asked twice waits for a database that went away or has no room: the engine says so,
 * and goes on like this.
 */
function withPatience(imports: Imports): Imports {
  const wait =
    <A extends unknown[], T>(ask: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      for (;;) {
        try {
          return await ask(...given)
        } catch (error) {
          if (!(error instanceof AppError && error.code === 'unavailable')) throw error
          await halfSecond()
        }
      }
    }
  const { add, seal, progress, troubles } = imports
  return {
    ...imports,
    add: wait(add),
    seal: wait(seal),
    progress: wait(progress),
    troubles: wait(troubles),
  }
}

function importThere(app: string): ImportDoor {
  return {
    app,
    imports: askImports(app),
    async listCaseIds() {
      const { cases } = JSON.parse(await askApp(app, 'api/cases')) as { cases: { id: string }[] }
      return cases.map(({ id }) => id)
    },
    async createCase(title) {
      const made = await askApp(app, 'api/cases', JSON.stringify({ title }))
      return (JSON.parse(made) as { id: string }).id
    },
    read() {},
    pause: halfSecond,
    async close() {},
  }
}

const halfSecond = () => new Promise<void>((resolve) => setTimeout(resolve, 500))
