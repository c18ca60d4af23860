/** SOURCE on the command line: a report, an outlet, or whoever something is attributed to. */
import { AppError } from '../errors'
import { fold } from '../graph/fold'
import type { SourcesOff } from '../graph/without'
import type { CaseSources } from '../store/list-sources'

/** @throws AppError not_found naming the sources there are */
export function findSources(names: readonly string[], sources: CaseSources): SourcesOff {
  const off = { documents: [] as string[], outlets: [] as string[], attributions: [] as string[] }
  const { documents, attributions: spoken } = sources
  const outlets = new Set(documents.flatMap(({ publisher }) => publisher ?? []))
  for (const name of names) {
    const wanted = bare(name)
    const reports = documents.filter(({ id, title }) => id === name || bare(title) === wanted)
    if (reports.length > 0) off.documents.push(...reports.map(({ id }) => id))
    else if ([...outlets].some((one) => bare(one) === wanted)) off.outlets.push(name)
    else if (spoken.some((one) => bare(one) === wanted)) off.attributions.push(name)
    else if (isAlias(wanted, sources)) off.outlets.push(name)
    else throw unknownSource(name, sources, [...outlets, ...spoken])
  }
  return off
}

const bare = (words: string) => fold(words).replace(/^the /, '')

/** A name the case knows someone by, who may be quoted under another. */
const isAlias = (wanted: string, { entities }: CaseSources) =>
  entities.some(({ name, aliases }) => [name, ...aliases].some((one) => bare(one) === wanted))

function unknownSource(
  name: string,
  { documents }: CaseSources,
  others: readonly string[],
): AppError {
  const reports = documents.map(({ id, title }) => `  ${id}  ${title}`)
  const rest = [...new Set(others)].sort().map((one) => `  ${one}`)
  const list = [...reports, ...rest].slice(0, 30).join('\n')
  return new AppError('not_found', `No source is called "${name}". The case has:\n${list}`)
}
