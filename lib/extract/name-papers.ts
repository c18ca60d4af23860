/** "draft", "amendment", "letter": a paper that only its noun names goes by whose it is, "Kamara's amendment". */
import type { ClaimDraft } from './claim-draft'
import { bestName } from './naming'
import type { Referent } from './span'

export function namePapers(drafts: readonly ClaimDraft[]): void {
  const authors = new Map<Referent, Set<Referent>>()
  for (const { relation, stance, sources, deniedBy, from, to } of drafts) {
    if (relation !== 'authored' || to?.kind !== 'paper') continue
    // a name must not settle what is only said, planned or denied
    if (stance !== 'asserted' || sources.length || deniedBy.length) continue
    authors.set(to, (authors.get(to) ?? new Set()).add(from))
  }
  for (const [paper, [author, another]] of authors) {
    const noun = bestName(paper)
    if (!author || another || !/^\p{Ll}[\p{Ll}-]*$/u.test(noun) || !/\p{Lu}/u.test(author.name))
      continue
    for (const name of callNames(author)) paper.forms.set(`${name}'s ${noun}`, 0)
  }
}

/** "Idris Kamara" is "Kamara" where something is said to be his; a body goes by its name and its shortest. */
function callNames(author: Referent): Set<string> {
  const name = bestName(author)
  if (author.kind === 'person') return new Set([name.split(' ').at(-1)!])
  const forms = [...author.forms.keys()].filter((form) => /^\p{Lu}/u.test(form))
  return new Set([name, ...forms.sort((a, b) => a.length - b.length).slice(0, 1)])
}
