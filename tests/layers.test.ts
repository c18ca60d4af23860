/** The house's rules of who may import whom (README, "How it is built"), made executable. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const shared = [
  'schema',
  'ontology',
  'errors',
  'limits',
  'case-file',
  'problems',
  'without-documents',
]
const readSide = ['graph', 'query', 'view', 'export']

/** Room -> rooms it may import from (besides itself and the shared vocabulary). */
const allowed: Record<string, string[]> = {
  schema: [],
  errors: [],
  limits: [],
  'without-documents': ['schema'],
  ontology: ['schema'],
  problems: ['errors'],
  'case-file': ['schema', 'ontology', 'errors', 'problems'],
  documents: [],
  language: [],
  extract: [],
  resolve: [],
  pipeline: ['documents', 'language', 'extract', 'resolve'],
  decisions: [],
  graph: [],
  query: ['graph'],
  view: ['graph', 'query'],
  export: ['graph', 'query', 'view'],
  store: [...readSide.slice(0, 2), 'decisions', 'pipeline'],
  import: ['decisions', 'documents', 'pipeline', 'store'],
  cli: [...readSide, 'decisions', 'documents', 'import', 'language', 'pipeline', 'store'],
  components: [...readSide, 'decisions'],
  app: [...readSide, 'components', 'decisions', 'import', 'store', 'pipeline', 'documents'],
}

function listSources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function listImports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName)
}

function resolveLocal(file: string, name: string): string | undefined {
  const base = name.startsWith('@/')
    ? join(root, name.slice(2))
    : name.startsWith('.')
      ? resolve(root, dirname(file), name)
      : undefined
  if (!base) return undefined
  const candidates = ['', '.ts', '.tsx', '.js', '/index.ts'].map((end) => base + end)
  const found = candidates.find((path) => existsSync(path) && /\.(ts|tsx|js)$/.test(path))
  return found && relative(root, found)
}

function room(file: string): string {
  const parts = file.replace(/\.[jt]sx?$/, '').split('/')
  return parts[0] === 'lib' ? parts[1]! : parts[0]!
}

const files = ['lib', 'components', 'app'].flatMap(listSources)
const edges = new Map(
  files.map((file) => [file, listImports(file).flatMap((name) => resolveLocal(file, name) ?? [])]),
)

describe('layers', () => {
  it('imports run only the way the house allows', () => {
    const wrong = files.flatMap((file) =>
      edges
        .get(file)!
        .filter((target) => /\.[jt]sx?$/.test(target) && !target.startsWith('data/'))
        .filter((target) => {
          const [from, to] = [room(file), room(target)]
          return from !== to && !shared.includes(to) && !allowed[from]?.includes(to)
        })
        .map((target) => `${file} must not import ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('lib has never heard of React or Next', () => {
    const wrong = files
      .filter((file) => file.startsWith('lib/'))
      .flatMap((file) =>
        listImports(file)
          .filter((name) => /^(react|react-dom|next)(\/|$)/.test(name))
          .map((name) => `${file} imports ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('one component file imports cytoscape', () => {
    const importers = files.filter((file) => listImports(file).includes('cytoscape'))
    expect(importers).toHaveLength(1)
    expect(room(importers[0]!)).toBe('components')
  })

  it('no import circle', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, trail: string[]) => {
      const at = trail.indexOf(file)
      if (at >= 0) {
        circles.push([...trail.slice(at), file].join(' -> '))
        return
      }
      if (done.has(file)) return
      for (const target of edges.get(file) ?? []) visit(target, [...trail, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })
})
