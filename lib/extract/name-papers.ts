/**
 * Names put together of what a text says of a paper: "draft" or "amendment", where nothing else names it, goes by whose
 * it is, "Kamara's amendment"; "the non-paper" that is also "the Russian paper" is the "Russian non-paper".
 */
import type { ClaimDraft } from './claim-draft'
import { bestName } from './naming'
import type { Referent } from './span'

export function namePapers(papers: readonly Referent[], drafts: readonly ClaimDraft[]): void {
  for (const paper of papers) if (paper.kind === 'paper') nameBySort(paper)
  nameByAuthor(drafts)
}

/** What kind of paper it is tells more than that it is one. */
function nameBySort(paper: Referent): void {
  const forms = [...paper.forms.keys()]
  const sort = forms.find((form) =>
    /^(?:non-paper|memorandum|memo|communiqu[eé]|dossier)$/.test(form),
  )
  const whose = forms.map((form) => /^(\p{Lu}\S*) (?:paper|document|text)$/u.exec(form)?.[1])
  const owner = whose.find(Boolean)
  if (sort && owner) paper.forms.set(`${owner} ${sort}`, 0)
}

function nameByAuthor(drafts: readonly ClaimDraft[]): void {
  const authors = new Map<Referent, Set<Referent>>()
  for (const { relation, stance, sources, deniedBy, from, to } of drafts) {
    if (relation !== 'authored' || to?.kind !== 'paper') continue
    // a name must not settle what is only said, planned or denied
    if (stance !== 'asserted' || sources.length || deniedBy.length) continue
    authors.set(to, (authors.get(to) ?? new Set()).add(from))
  }
  for (const [paper, [author, another]] of authors) {
    const noun = bestName(paper)
    if (!author || another || !/^\p{Ll}[\p{Ll}-]*$/u.test(noun)) continue
    // nor "Jana Novak's ministry's plan"
    if (!/^\p{Lu}/u.test(author.name) || /['’]s\b/.test(author.name)) continue
    for (const name of callNames(author))
      paper.forms.set(`${name}${/s$/.test(name) ? "'" : "'s"} ${noun}`, 0)
  }
}

/** "Idris Kamara" is "Kamara" where something is said to be his; a body goes by its name and its shortest. */
function callNames(author: Referent): Set<string> {
  const name = bestName(author)
  if (author.kind === 'person') return new Set([name.split(' ').at(-1)!])
  const forms = [...author.forms.keys()].filter((form) => /^\p{Lu}/u.test(form))
  return new Set([name, ...forms.sort((a, b) => a.length - b.length).slice(0, 1)])
}
