/** What a noun phrase without a name of its own may refer to: groups, institutions, papers, events, offices. */
import type { EntityKind } from '../schema'
import {
  collectives,
  countryNamed,
  countryOfDemonym,
  encounterNouns,
  fold,
  genericOrgs,
  groupNouns,
  indefinitePeople,
  occasionNouns,
  paperFamilies,
  roleHeads,
  sourceNouns,
  talkNouns,
} from './lexicon'
import {
  bodyOfTwo,
  dropped,
  figures,
  ideaNouns,
  loose,
  placeNouns,
  plurals,
  pronouns,
  ranks,
} from './nominal-words'
import { isHyphen } from './noun-ahead'
import type { NounPhrase, Unit } from './phrase'
import { lower, newSpan, type Span, textOf } from './span'
import type { Line } from './word'

export function nominalSpans(
  text: string,
  sentence: Line,
  index: number,
  units: readonly Unit[],
  at: number,
): Span[] {
  const np = units[at] as NounPhrase
  const { tokens } = sentence
  const head = tokens[np.head]
  if (!head || np.time) return []
  const word = head.folded
  if (pronouns.has(word) && np.to - np.from === 1)
    return [base(np, index, 'pronoun', 'other', head.text, word)]
  if (np.name || !/^(?:NOUN|PROPN|NUM|ADJ|VERB)$/.test(head.upos)) return []
  const noun = fold(head.lemma || head.text)
  const plural = plurals.test(head.xpos)
  const kind = kindOf(tokens, np, noun, word, plural, units, at)
  if (!kind) return []
  const before = units[at - 1]
  // "described the plan as a wish list": a description, no second thing
  if (before?.type === 'prep' && before.word === 'as' && articleOf(tokens, np) === 'a') return []
  return namesOf(text, sentence, index, np, kind.kind, kind.noun, plural, kind.reach)
}

function base(
  np: NounPhrase,
  sentence: number,
  form: Span['form'],
  kind: EntityKind,
  name: string,
  noun: string,
): Span {
  const { from, to, head } = np
  return newSpan({ sentence, from, to, head, form, kind, name, noun })
}

const charging =
  /^(?:accuse|suspect|convict|warn|inform|remind|rob|deprive|assure|absolve|clear|acquit|tell|notify|strip)$/

type Kind = { kind: EntityKind; noun: string; reach?: number }

function kindOf(
  tokens: Line['tokens'],
  np: NounPhrase,
  noun: string,
  word: string,
  plural: boolean,
  units: readonly Unit[],
  at: number,
): Kind | undefined {
  // "a bipartisan group of senators": the group reaches over "of senators"
  const before = units[at - 1]
  const of = units[at + 1]
  const members = units[at + 2]
  if (of?.type === 'prep' && of.word === 'of' && members?.type === 'np' && !members.name) {
    const member = tokens[members.head]
    if (
      member &&
      collectives.has(word) &&
      groupNouns.has(member.folded) &&
      plurals.test(member.xpos)
    )
      return { kind: 'group', noun: word, reach: members.to }
  }
  const left = lower(tokens[np.head - 1])
  const two = `${left} ${noun}`
  // "moved a great deal"
  if (figures.has(two)) return undefined
  if (noun === 'call' && /^(?:phone|telephone|video|conference)$/.test(left))
    return { kind: 'event', noun: 'call' }
  if (bodyOfTwo.test(two)) return { kind: 'organization', noun }
  // "an emergency congress in Lausanne" meets; "the congress" without a word may be a parliament
  if (/^(?:congress|assembly)$/.test(noun) && /^(?:annual|emergency|extraordinary)$/.test(left))
    return { kind: 'event', noun }
  if (
    genericOrgs.has(noun) &&
    plural &&
    /^(?:embassy|consulate|mission|ministry|parliament|court|government|agency|union|bank)$/.test(
      noun,
    ) &&
    np.inner.length > 1
  )
    return { kind: 'organization', noun }
  if (/^(?:side|camp)$/.test(word) && np.inner.length) return { kind: 'group', noun }
  if (
    groupNouns.has(word) &&
    (plural ||
      /^(?:delegation|team|panel|crew|camp|bloc|faction|caucus|wing|staff|leadership)$/.test(word))
  ) {
    if (
      of?.type === 'prep' &&
      of.word === 'of' &&
      members?.type === 'np' &&
      !members.time &&
      np.inner.length === 0 &&
      !np.owner &&
      np.head - np.from <= 1 &&
      plural &&
      // "accused officials of a failure": what they did, not who they are
      !(before?.type === 'vg' && charging.test(before.lemma))
    )
      return { kind: 'group', noun, reach: members.to }
    if (word === 'sources' || word === 'companies' || word === 'countries')
      return np.inner.length || np.owner ? { kind: 'group', noun } : undefined
    return { kind: 'group', noun }
  }
  if (indefinitePeople.has(word)) return undefined
  if (encounterNouns.has(noun) || talkNouns.has(noun)) return { kind: 'event', noun }
  if (genericOrgs.has(noun) && (!plural || noun === 'police')) return { kind: 'organization', noun }
  if (genericOrgs.has(noun) && plural && np.inner.length >= 1)
    return { kind: np.inner.length > 1 ? 'organization' : 'group', noun }
  // "told Kazakh television", "state radio"
  if (/^(?:television|tv|radio)$/.test(noun) && (np.inner.length || left === 'state'))
    return { kind: 'organization', noun }
  // "restoring order", "by law": no paper
  const bare = np.from === np.head && !plural && !np.owner
  if (bare && /^(?:order|law|rule|code|policy|sentence)$/.test(noun)) return undefined
  const paper = [two, noun].find((words) => paperFamilies(words).length)
  if (paper) return { kind: 'paper', noun: paper }
  if (occasionNouns.has(noun) || occasionNouns.has(word)) return { kind: 'event', noun }
  if (roleHeads.has(noun) && !plural) return { kind: 'person', noun }
  if (
    /^(?:mother|father|wife|husband|son|daughter|brother|sister|widow|partner|lawyer|boyfriend|girlfriend|ex-husband|ex-wife|uncle|aunt|nephew|niece|cousin|grandfather|grandmother)$/.test(
      noun,
    ) &&
    !plural
  )
    return { kind: 'person', noun }
  if (sourceNouns.has(word)) return undefined
  if (placeNouns.test(noun) && !plural) return { kind: 'place', noun }
  return ideaNouns.has(noun) ? { kind: 'other', noun } : undefined
}

/** One span a nation for "US, European, and Ukrainian officials"; otherwise one. */
function namesOf(
  text: string,
  sentence: Line,
  index: number,
  np: NounPhrase,
  kind: EntityKind,
  noun: string,
  plural: boolean,
  reach?: number,
): Span[] {
  const { tokens } = sentence
  const ownerEnd = np.owner ? np.owner.to + 1 : np.from
  const first = np.owner ? ownerEnd : np.from
  const nations: { name: string; from: number; to: number }[] = []
  for (let k = first; k < np.head; k++) {
    const nation = nationWord(tokens, k, np)
    if (nation) {
      nations.push({ name: nation.name, from: k, to: nation.to })
      k = nation.to - 1
    }
  }
  const article = articleOf(tokens, np)
  const joined =
    nations.length > 1 &&
    tokens.slice(nations[0]!.to, nations.at(-1)!.from).some((t) => /^(?:and|or|,)$/.test(t.folded))
  const make = (words: string[], nation: string | undefined): Span => {
    const name = words
      .join(' ')
      .replace(/^[-–]+|[-–]+$/g, '')
      .replace(/ (?=['’‘]s )/g, '')
    const span = base(np, index, 'nominal', kind, name, noun)
    if (reach) span.to = reach
    words.pop()
    span.modifiers = words.map(fold)
    span.nation = nation
    span.article = article
    span.plural = plural
    return span
  }
  if (joined && (kind === 'group' || kind === 'organization')) {
    const tail = contents(tokens, np, nations.at(-1)!.to, np.head)
    const headWord =
      kind === 'organization' ? singular(tokens[np.head]!.text, noun) : tokens[np.head]!.text
    const lead = contents(tokens, np, first, nations[0]!.from)
    return nations.map((nation, i) =>
      make(
        [
          ...(i === 0 ? lead : []),
          ...contents(tokens, np, nation.from, nation.to),
          ...tail,
          headWord,
        ],
        nation.name,
      ),
    )
  }
  const words = contents(tokens, np, first, np.head + 1)
  // a capital that only the beginning of a sentence gave: "Senior officials", "Delegates at the talks"
  const opening = fold(words[0] ?? '')
  if (np.from === 0 && kind === 'group' && (groupNouns.has(opening) || ranks.has(opening)))
    words[0] = opening
  if (reach) words.push(...textOf(text, sentence, np.head + 1, reach).split(/\s+/))
  const nation = nations[0]?.name
  return [make(words, nation)]
}

/** The words from..to that a name is made of, those between hyphens as one. */
function contents(
  tokens: Line['tokens'],
  { head }: NounPhrase,
  from: number,
  to: number,
): string[] {
  const words: string[] = []
  for (let k = from; k < to; k++) {
    const token = tokens[k]!
    if (isHyphen(tokens[k - 1]) && dropped.test(token.folded)) {
      words.pop()
      continue
    }
    if (
      /^["“”'‘’,]$/.test(token.text) ||
      (!words.length &&
        /^(?:dozen|hundred|thousand|million|millions|thousands)$/.test(token.folded) &&
        k < head) ||
      (loose.has(token.folded) &&
        k < head &&
        !(/^[-–]$/.test(tokens[k + 1]?.text ?? '') && token.end === tokens[k + 1]!.start))
    )
      continue
    if (token.upos === 'ADV' && k < head) continue
    const glue =
      k > from &&
      tokens[k - 1]!.end === token.start &&
      (/^[-–/]$/.test(token.text) || /^[-–/$€£¥]$/.test(tokens[k - 1]!.text))
    if (glue && words.length) words[words.length - 1] += token.text
    else words.push(token.text)
  }
  return words
}

const singular = (word: string, lemma: string) => (/s$/.test(word) ? lemma : word)

function nationWord(
  tokens: Line['tokens'],
  k: number,
  np: NounPhrase,
): { name: string; to: number } | undefined {
  for (const span of np.inner) {
    if (span.from === k && span.nation && span.to <= np.head)
      return { name: span.nation, to: span.to }
  }
  const word = tokens[k]!.text
  const country = countryOfDemonym(word) ?? countryNamed(word)
  if (country) return { name: country.name, to: k + 1 }
  if (/^(?:European|Western|African|Arab|Kurdish|NATO|EU)$/.test(word))
    return { name: word, to: k + 1 }
  return undefined
}

function articleOf(tokens: Line['tokens'], np: NounPhrase): NonNullable<Span['article']> {
  if (np.owner || np.ownerPronoun !== undefined) return 'possessive'
  const word = lower(tokens[np.from])
  if (word === 'the' || word === 'both') return 'the'
  if (/^(?:this|that|these|those)$/.test(word)) return 'this'
  if (/^(?:a|an|another|some|one)$/.test(word)) return 'a'
  return 'none'
}
