/** A view against the case it is of: an address may be older than the case. */
import type { Problem } from '../errors'
import { projectEvents } from '../graph/projection'
import type { Case } from '../schema'
import type { ViewState } from './state'

/** The view without ids the case does not have; each is named. */
export function fitView(case_: Case, view: ViewState): { view: ViewState; problems: Problem[] } {
  const problems: Problem[] = []
  const entities = new Set(case_.entities.map((entity) => entity.id))
  const claims = new Set(case_.claims.map((claim) => claim.id))
  if (view.projection === 'actors')
    for (const claim of projectEvents(case_).claims) claims.add(claim.id)
  const documents = new Set(case_.documents.map((document) => document.id))
  const missing = (path: string, id: string) =>
    problems.push({
      path,
      message: `This address names “${id}”, which is not in this case`,
      value: id,
      remedy: 'It was left out.',
    })
  const keep = (path: string, ids: readonly string[], known: (id: string) => boolean) =>
    ids.filter((id) => {
      if (!known(id)) missing(path, id)
      return known(id)
    })
  const keepOne = (path: string, id: string | undefined) =>
    id === undefined ? undefined : keep(path, [id], isEntity)[0]
  const isEntity = (id: string) => entities.has(id)
  const { filter } = view
  const trace = keepOne('trace', view.trace)
  return {
    view: {
      ...view,
      focus: keep('focus', view.focus, isEntity),
      selection: keep('sel', view.selection, (id) => isEntity(id) || claims.has(id)),
      hidden: keep('hide', view.hidden, isEntity),
      expanded: keep('expand', view.expanded, isEntity),
      collapsed: keep('collapse', view.collapsed, isEntity),
      pinned: Object.fromEntries(
        keep('pin', Object.keys(view.pinned), isEntity).map((id) => [id, view.pinned[id]!]),
      ),
      filter: {
        ...filter,
        ...(filter.sources && {
          sources: keep('source', filter.sources, (id) => documents.has(id)),
        }),
      },
      path: {
        ...view.path,
        from: keepOne('from', view.path.from),
        to: keepOne('to', view.path.to),
        via: keep('via', view.path.via, isEntity),
        avoid: keep('avoid', view.path.avoid, isEntity),
      },
      trace,
      folded: keep('fold', view.folded, isEntity),
      opened: keep('open', view.opened, isEntity),
      compare: {
        ...view.compare,
        first: keep('first', view.compare.first, (id) => documents.has(id)),
        second: keep('second', view.compare.second, (id) => documents.has(id)),
      },
    },
    problems,
  }
}

/** The view without sources that left the case since: of these alone, nothing would be shown. */
export function withoutLostSources(view: ViewState, case_: Case): ViewState {
  const { sources, ...filter } = view.filter
  if (!sources) return view
  const documents = new Set(case_.documents.map(({ id }) => id))
  const left = sources.filter((id) => documents.has(id))
  if (left.length === sources.length) return view
  return { ...view, filter: left.length > 0 ? { ...filter, sources: left } : filter }
}
