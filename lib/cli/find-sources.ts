/** SOURCE on the command line: a report, an outlet, or whoever something is attributed to. */
import { AppError } from '../errors'
import { fold } from '../graph/fold'
import type { SourcesOff } from '../graph/without'
import type { Case } from '../schema'

/** @throws AppError not_found naming the sources there are */
export function findSources(names: readonly string[], case_: Case): SourcesOff {
  const off = { documents: [] as string[], outlets: [] as string[], attributions: [] as string[] }
  const spoken = new Set(
    case_.claims.flatMap(({ evidence }) => evidence.flatMap(({ attribution }) => attribution)),
  )
  const outlets = new Set(case_.documents.flatMap(({ publisher }) => publisher ?? []))
  for (const name of names) {
    const wanted = bare(name)
    const reports = case_.documents.filter(({ id, title }) => id === name || bare(title) === wanted)
    if (reports.length > 0) off.documents.push(...reports.map(({ id }) => id))
    else if ([...outlets].some((one) => bare(one) === wanted)) off.outlets.push(name)
    else if ([...spoken].some((one) => bare(one) === wanted)) off.attributions.push(name)
    else if (isAlias(wanted, case_)) off.outlets.push(name)
    else throw unknownSource(name, case_, [...outlets, ...spoken])
  }
  return off
}

const bare = (words: string) => fold(words).replace(/^the /, '')

/** A name the case knows someone by, who may be quoted under another. */
const isAlias = (wanted: string, case_: Case) =>
  case_.entities.some(({ name, aliases }) => [name, ...aliases].some((one) => bare(one) === wanted))

function unknownSource(name: string, case_: Case, others: readonly string[]): AppError {
  const reports = case_.documents.map(({ id, title }) => `  ${id}  ${title}`)
  const rest = [...new Set(others)].sort().map((one) => `  ${one}`)
  const list = [...reports, ...rest].slice(0, 30).join('\n')
  return new AppError('not_found', `No source is called "${name}". The case has:\n${list}`)
}
