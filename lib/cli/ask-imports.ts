/** Imports of the running app, over HTTP: the same questions as of a store of our own. */
import type { Imports } from '../import/imports'
import type { Progress, Trouble } from '../import/progress'
import type { Refused, Source } from '../import/source'
import { askApp } from './running-app'

/** @throws AppError as the app gave it, or unavailable when it does not answer */
export function askImports(app: string): Imports {
  const ask = async <T>(path: string, body?: FormData | object): Promise<T> => {
    const sent = body === undefined || body instanceof FormData ? body : JSON.stringify(body)
    return JSON.parse(await askApp(app, path, sent)) as T
  }
  const ofCase = (caseId: string) => `api/cases/${encodeURIComponent(caseId)}/imports`
  const ofImport = (id: string) => `api/imports/${encodeURIComponent(id)}`
  const act = (id: string, action: 'seal' | 'cancel' | 'retry') =>
    ask<Progress & { again?: number }>(ofImport(id), { action })
  return {
    begin: async (caseId, options = {}) => (await ask<{ id: string }>(ofCase(caseId), options)).id,
    async add(id, sources) {
      let taken = 0
      for (const body of listBodies(sources)) {
        taken += (await ask<{ taken: number }>(`${ofImport(id)}/documents`, body)).taken
      }
      return taken
    },
    seal: async (id) => void (await act(id, 'seal')),
    cancel: async (id) => void (await act(id, 'cancel')),
    retry: async (id) => (await act(id, 'retry')).again ?? 0,
    list: async (caseId) => (await ask<{ imports: Progress[] }>(ofCase(caseId))).imports,
    progress: (id) => ask<Progress>(ofImport(id)),
    troubles: async (id) => (await ask<{ troubles: Trouble[] }>(ofImport(id))).troubles,
  }
}

/** What follows each other and is of one kind goes together: files as a form, the rest as JSON. */
function* listBodies(sources: readonly (Source | Refused)[]): Generator<FormData | object> {
  for (let start = 0, end = 0; start < sources.length; start = end) {
    const kind = kindOf(sources[start]!)
    while (end < sources.length && kindOf(sources[end]!) === kind) end++
    yield bodyOf(sources.slice(start, end))
  }
}

const kindOf = (source: Source | Refused) => ('reason' in source ? 'refused' : source.source)

function bodyOf(sources: readonly (Source | Refused)[]): FormData | object {
  const form = new FormData()
  const links: string[] = []
  const texts: { name: string; text: string }[] = []
  const refused: Refused[] = []
  for (const source of sources) {
    if ('reason' in source) refused.push(source)
    else if (source.source === 'link') links.push(source.link)
    else if (source.source === 'file') form.append('file', new Blob([asPart(source)]), source.name)
    else texts.push({ name: source.name, text: new TextDecoder().decode(source.bytes) })
  }
  return form.has('file') ? form : { links, texts, refused }
}

const asPart = ({ bytes }: { bytes: Uint8Array }) => bytes as Uint8Array<ArrayBuffer>
