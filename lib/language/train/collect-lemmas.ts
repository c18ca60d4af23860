/** The lemmatiser's table from gold sentences: what the spelling rules get wrong, and lemmas seen. */
import { applyRules, type LemmaTable, lemmaKey } from '../lemmatize'
import { normalizeForm } from '../normalize-form'
import type { GoldSentence } from '../read-conllu'

const inflecting = new Set(['VERB', 'NOUN', 'ADJ', 'ADV', 'AUX'])

/** In: training sentences. Out: the table; entries sorted, so that the same input gives the same bytes. */
export function collectLemmas(sentences: GoldSentence[]): LemmaTable {
  const known = new Set<string>()
  const counts = new Map<string, Map<string, number>>()
  for (const sentence of sentences)
    sentence.forms.forEach((form, i) => {
      const upos = sentence.upos[i]!
      const lemma = sentence.lemmas[i]!
      if (inflecting.has(upos)) known.add(lemma)
      const key = lemmaKey(normalizeForm(form), upos, sentence.xpos[i]!)
      const lemmas = counts.get(key) ?? new Map<string, number>()
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
      counts.set(key, lemmas)
    })
  const exceptions: [string, string][] = []
  for (const [key, lemmas] of counts) {
    const [form, , xpos] = key.split('|') as [string, string, string]
    if (xpos === 'NNP' || xpos === 'NNPS' || key.includes('|PUNCT|')) continue
    const [best] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    if (applyRules(form, xpos, known) !== best) exceptions.push([key, best])
  }
  exceptions.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return { exceptions: new Map(exceptions), known: new Set([...known].sort()) }
}
