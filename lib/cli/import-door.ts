/** Imports, and who carries them out: this process, or the app that has the folder open. */
import { type Engine, startEngine } from '../import/engine'
import { type Imports, openImports } from '../import/imports'
import { startReaders } from '../import/readers'
import { defaultPlace } from '../store/connect'
import { openStore } from '../store/store'
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
    imports: openImports(),
    listCaseIds: async () => (await openStore().listCases()).map(({ id }) => id),
    createCase: (title) => openStore().createCase(title),
    read() {
      engine ??= startEngine(defaultPlace(), {
        readers: startReaders(),
        onError: (error) => console.error(`\n${error.message}`),
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
