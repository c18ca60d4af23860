/** A verb with its auxiliaries, adverbs and negation. */
import type { VerbGroup } from './phrase'
import { lower } from './span'
import type { Word } from './word'

export const auxiliaryLemmas = new Set(
  'be have do will would can could may might shall should must get'.split(' '),
)

export function readVerb(tokens: readonly Word[], start: number): VerbGroup | undefined {
  let i = start
  const adverbs: string[] = []
  let infinitive = false
  let negated = false
  let modal: string | undefined
  let be = false
  let have = false
  let seen = false
  let finite = false
  const first = tokens[i] as Word
  if (first.xpos === 'TO' || (lower(first) === 'to' && first.upos === 'PART')) {
    let k = i + 1
    while (tokens[k]?.upos === 'ADV' || isNegator(tokens[k])) k++
    if (!/^(?:VERB|AUX)$/.test(tokens[k]?.upos ?? '')) return undefined
    infinitive = true
    i++
  } else if (!/^(?:VERB|AUX)$/.test(first.upos)) {
    // an adverb or "not" that leads a verb group: "not addressing", "privately described"
    if (!isNegator(first)) return undefined
    if (
      !/^(?:VERB|AUX)$/.test(tokens[i + 1]?.upos ?? '') &&
      !(tokens[i + 1]?.xpos === 'TO' && tokens[i + 2]?.upos === 'VERB')
    )
      return undefined
  }
  while (i < tokens.length) {
    const token = tokens[i] as Word
    if (isNegator(token)) {
      negated = true
      i++
      continue
    }
    if (token.xpos === 'TO' && negated && !seen && !infinitive) {
      infinitive = true
      i++
      continue
    }
    if (token.upos === 'ADV') {
      if (!verbAhead(tokens, i)) break
      adverbs.push(token.folded)
      i++
      continue
    }
    if (token.text === ',' && seen && adverbParenthesis(tokens, i)) {
      adverbs.push(lower(tokens[i + 1]))
      i += 3
      continue
    }
    if (
      token.upos === 'AUX' ||
      (token.upos === 'VERB' &&
        auxiliaryLemmas.has(token.lemma) &&
        seen === false &&
        auxiliaryUse(tokens, i))
    ) {
      seen = true
      if (token.xpos === 'MD') modal = token.lemma
      if (token.lemma === 'be' || token.lemma === 'get') be = true
      if (token.lemma === 'have') {
        have = true
        be = false
      }
      if (/^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos)) finite = true
      if (!verbAhead(tokens, i + 1)) {
        // copula: "is", "has been"
        return verbGroup(start, i + 1, i, tokens, {
          infinitive,
          negated,
          modal,
          adverbs,
          passive: false,
          finite,
          copula: true,
        })
      }
      i++
      continue
    }
    if (token.upos === 'VERB') {
      const participle = /^(?:VBN|VBD)$/.test(token.xpos)
      const passive = participle && be && (token.xpos === 'VBN' || !have)
      const bare = !seen && !infinitive
      if (/^(?:VBD|VBZ|VBP)$/.test(token.xpos) || seen)
        finite = finite || (!infinitive && (bare || finite))
      const group = verbGroup(start, i + 1, i, tokens, {
        infinitive,
        negated,
        modal,
        adverbs,
        passive,
        finite: finite || (seen && !infinitive && !/^VBG$/.test((tokens[start] as Word).xpos)),
        copula: false,
      })
      return group
    }
    break
  }
  if (!seen) return undefined
  const last = i - 1
  return verbGroup(start, i, last, tokens, {
    infinitive,
    negated,
    modal,
    adverbs,
    passive: false,
    finite,
    copula: true,
  })
}

const isNegator = (token: Word | undefined): boolean =>
  token !== undefined && /^(?:not|n't|n’t|never)$/.test(lower(token))

/** "has, according to" is none; "had, however, met" is one adverb between commas. */
function adverbParenthesis(tokens: readonly Word[], i: number): boolean {
  return (
    tokens[i + 1]?.upos === 'ADV' &&
    tokens[i + 2]?.text === ',' &&
    /^(?:VERB|AUX)$/.test(tokens[i + 3]?.upos ?? '')
  )
}

function auxiliaryUse(tokens: readonly Word[], i: number): boolean {
  return verbAhead(tokens, i + 1) && /^VB[NG]?$/.test(nextVerb(tokens, i + 1)?.xpos ?? '')
}

function nextVerb(tokens: readonly Word[], i: number): Word | undefined {
  let k = i
  while (
    k < tokens.length &&
    (tokens[k]!.upos === 'ADV' || isNegator(tokens[k]) || tokens[k]!.text === ',')
  )
    k++
  return /^(?:VERB|AUX)$/.test(tokens[k]?.upos ?? '') ? tokens[k] : undefined
}

const verbAhead = (tokens: readonly Word[], i: number): boolean => {
  let k = i
  while (
    k < tokens.length &&
    k < i + 5 &&
    (tokens[k]!.upos === 'ADV' ||
      isNegator(tokens[k]) ||
      adverbParenthesis(tokens, k) ||
      (tokens[k]!.text === ',' && adverbParenthesis(tokens, k - 2)))
  )
    k++
  return /^(?:VERB|AUX)$/.test(tokens[k]?.upos ?? '')
}

function verbGroup(
  from: number,
  to: number,
  main: number,
  tokens: readonly Word[],
  features: {
    infinitive: boolean
    negated: boolean
    modal?: string | undefined
    adverbs: string[]
    passive: boolean
    finite: boolean
    copula: boolean
  },
): VerbGroup {
  const token = tokens[main] as Word
  const past =
    token.xpos === 'VBN' &&
    from === main - features.adverbs.length &&
    takesObject(tokens, to, token.lemma)
  const bare = token.xpos === 'VB' && from === main - features.adverbs.length && from > 0
  const shape =
    features.infinitive || bare
      ? 'infinitive'
      : features.finite || features.modal || past
        ? 'finite'
        : token.xpos === 'VBG' || (tokens[from] as Word).xpos === 'VBG'
          ? 'gerund'
          : token.xpos === 'VBN'
            ? 'participle'
            : 'finite'
  return {
    type: 'vg',
    from,
    to,
    main,
    lemma: token.lemma,
    shape,
    passive: features.passive || shape === 'participle',
    negated: features.negated,
    modal: features.modal || undefined,
    adverbs: features.adverbs,
    copula: features.copula || undefined,
  }
}

/** "outlined Moscow's conditions": a participle with an object of its own is a past tense in disguise. */
function takesObject(tokens: readonly Word[], i: number, lemma: string): boolean {
  if (
    /^(?:give|call|name|dub|award|offer|grant|elect|appoint|label|pay|teach|tell|ask|brand|term|nickname|title|entitle|deny|hand|show)$/.test(
      lemma,
    )
  )
    return false
  const next = tokens[i]
  return (
    next !== undefined &&
    (/^(?:DET|PROPN)$/.test(next.upos) ||
      /^(?:PRP\$|VBG)$/.test(next.xpos) ||
      (/^(?:NOUN|ADJ)$/.test(next.upos) &&
        next.deprel !== 'advmod' &&
        !/^(?:last|early|late|earlier|later|next)$/.test(lower(next)))) &&
    !/^(?:all|both|this|that)$/.test(lower(next))
  )
}
