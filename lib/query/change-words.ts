/** What a source says was changed in a paper, in its own words: "nine points were removed". */

const did =
  'removed|deleted|cut|dropped|added|softened|watered down|toned down|changed|modified|rewritten|rewrote|amended|reduced|trimmed|replaced|struck|stripped|scrapped|narrowed|expanded|weakened|strengthened|reworded|redrafted'
const doing =
  'remove|delete|cut|drop|add|soften|water down|tone down|change|modify|rewrite|amend|reduce|trim|replace|strike|strip|scrap|narrow|expand|weaken|strengthen|reword|redraft'

/** "… reported that nine points were removed during negotiations", "nine points fell away" */
const passive = new RegExp(
  `((?:[\\w’'-]+ ){1,5}?(?:was|were|(?:has|have|had) been)(?: \\w+ly)? (?:${did})|(?:[\\w’'-]+ ){1,3}(?:fell away|disappeared))\\b`,
  'iu',
)
/** "… led officials to modify or remove the most pro-Russian elements of the draft." */
const active = new RegExp(
  `\\b((?:(?:${doing}|${did})(?:,| and| or)? ){1,3}(?:the|its|some|parts?|all|most|any|an?|several|\\p{L}+ of|\\w+ (?:points|passages|articles|clauses|demands|parts))\\b[^,;.]*)`,
  'iu',
)
const longest = 80

/** Undefined where the words name no change, or only at length. */
export function changeWords(quote: string): string | undefined {
  const found = passive
    .exec(quote)?.[1]
    ?.replace(/^.*\b(?:that|which|but|and|as|reported)\s+/iu, '')
  const words = found ?? active.exec(quote)?.[1]?.trim()
  return words !== undefined && words.length <= longest ? words : undefined
}
