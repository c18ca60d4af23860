/**
 * Dictionary forms. Known forms come from a table learnt from the treebanks;
 * the rest follow English spelling rules, chosen by tag and checked against known lemmas.
 */

/** What the lemmatiser knows: exceptions by lemmaKey, and lemmas seen. */
export type LemmaTable = { exceptions: Map<string, string>; known: Set<string> }

const clitics: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "'m": 'be',
    "'re": 'be',
    "'ve": 'have',
    "'ll": 'will',
    "n't": 'not',
  }),
)
const vowel = /[aeiou]/
const unchanging = new Set(['series', 'species', 'means', 'news', 'Netherlands'])

/**
 * The dictionary form of a word.
 * In: its form with straight quotes, its UPOS and PTB tag, and the table. Out: the lemma; names keep their case.
 */
export function lemmatize(form: string, upos: string, xpos: string, table: LemmaTable): string {
  const lower = form.toLowerCase()
  const clitic = clitics.get(lower)
  if (clitic) return clitic
  if (upos === 'PUNCT') return form
  const exception = table.exceptions.get(lemmaKey(form, upos, xpos))
  if (exception !== undefined) return exception
  if (xpos === 'NNPS') return cutPlural(form, table.known)
  // "Dutch" and "Russian" are adjectives that keep their capital
  if (upos === 'PROPN' || xpos === 'NNP') return form
  if (lower !== form && table.known.has(form) && !table.known.has(lower)) return form
  return applyRules(lower, xpos, table.known)
}

/** Under which key a form with these tags stands in the table. */
export function lemmaKey(form: string, upos: string, xpos: string): string {
  return `${form.toLowerCase()}|${upos}|${xpos}`
}

/** The lemma by spelling rules alone: used for unknown words, and to leave regular ones out of the table. */
export function applyRules(lower: string, xpos: string, known: ReadonlySet<string>): string {
  if (xpos === 'NNS' || xpos === 'VBZ') return cutPlural(lower, known)
  if (xpos === 'VBD' || xpos === 'VBN') return cutEnding(lower, 'ed', known)
  if (xpos === 'VBG') return cutEnding(lower, 'ing', known)
  if (xpos === 'JJR' || xpos === 'RBR') return cutEnding(lower, 'er', known)
  if (xpos === 'JJS' || xpos === 'RBS') return cutEnding(lower, 'est', known)
  return lower
}

function cutPlural(word: string, known: ReadonlySet<string>): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.length < 3 || unchanging.has(word))
    return word
  const bare = word.slice(0, -1)
  if (known.has(bare)) return bare
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  return /(?:s|x|z|ch|sh|o)es$/.test(word) ? word.slice(0, -2) : bare
}

function cutEnding(word: string, ending: string, known: ReadonlySet<string>): string {
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word
  const stem = word.slice(0, -ending.length)
  if (!vowel.test(stem) && !stem.includes('y')) return word
  const doubled = /([b-df-hj-np-tv-z])\1$/.test(stem)
  const candidates = [`${stem}e`, stem, doubled ? stem.slice(0, -1) : '', stem.replace(/i$/, 'y')]
  const found = candidates.find((candidate) => candidate && known.has(candidate))
  if (found) return found
  if (ending !== 'ing' && stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  if (doubled && !/(?:ll|ss|zz|ff)$/.test(stem)) return stem.slice(0, -1)
  return /(?:[cvuz]|[^aeiou]l|at|iz|is|[aeiou][bdk]|[^aeiou]g|rs|ns|ir|ur|ar)$/.test(stem)
    ? `${stem}e`
    : stem
}
