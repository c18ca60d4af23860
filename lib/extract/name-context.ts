/**
 * What stands round a name tells a body from a person or a town: "shares in X", "X's chief executive", "X, a Leeds-based
 * maker of pumps", "the insurer X", "X, which supplies …". Votes, to be weighed with what the name's own words say.
 */
import type { EntityKind } from '../schema'
import { fold, genericOrgs, outlets, paperFamilies, roleHeads } from './lexicon'
import { lower } from './span'
import type { Word } from './word'

/** Common nouns for a body, right before its name ("compressor firm X") or describing it behind a comma. */
export const bodyNouns = new Set(
  'maker group party company firm consultancy brokerage fund charity trust bank lender insurer reinsurer carmaker automaker retailer supermarket grocer chain broadcaster newspaper magazine journal tabloid weekly publisher website site platform marketplace exchange operator airline carrier shipper producer manufacturer supplier distributor contractor developer builder housebuilder landlord miner refiner driller utility brewer distiller drugmaker chipmaker shipbuilder planemaker steelmaker startup start-up conglomerate holding subsidiary vendor agency authority regulator watchdog ministry department council committee commission union federation association organisation organization alliance coalition movement faction militia ngo nonprofit institute university college hospital school laboratory lab club team band network thinktank foundation bureau office parliament legislature senate cabinet court tribunal police force bidder investor auditor adviser shareholder creditor rival competitor employer sponsor owner parent unit business enterprise corporation cooperative co-operative society campaign lobby'.split(
    ' ',
  ),
)
/** People too may be called these: they say nothing right before a name. */
const eitherNouns = new Set(
  'investor auditor adviser shareholder creditor rival competitor employer sponsor owner parent supplier contractor developer builder landlord miner broadcaster publisher producer distributor manufacturer bidder operator carrier lobby campaign unit site trust office court'.split(
    ' ',
  ),
)
const corporateRoles =
  /^(?:boss|bosses|chairman|chairwoman|chairperson|chair|chief|ceo|cfo|coo|cto|executive|director|manager|founder|co-founder|spokesman|spokeswoman|spokesperson|shareholder|investor|board|shares|stock|headquarters|subsidiary|parent|revenue|profit|sales|earnings|bid|offer|takeover|acquisition|merger|customers|employees|staff|workers|factory|plant|factories|plants|lawyers|owner|owners|website|editor|editor-in-chief|publisher|legislators|lawmakers|candidate|manifesto|members|shareholders|investors|products|app)$/
const stakes = /^(?:share|shares|stake|stakes|holding|investment|bond|bonds|stock)$/
const deals =
  /^(?:acquire|buy|purchase|fine|sue|privatize|privatise|nationalize|nationalise|delist|bankroll|audit|own|run|chair|found|co-found)$/
const dealNouns =
  /^(?:takeover|acquisition|purchase|buyout|subsidiary|unit|arm|shareholder|shareholders|customer|customers|employee|employees|chairman|chairwoman|chair|board|ceo|founder|co-founder|offshoot|branch)$/

const paperTails =
  /^(?:post|times|herald|courier|ledger|beacon|gazette|tribune|chronicle|observer|standard|mirror|telegraph|mail|express|echo|argus|examiner|inquirer|enquirer|register|dispatch|sentinel|bulletin|mercury|globe|advertiser|messenger|press|journal|news|star|sun|review|independent|republic|record|citizen|monitor)$/

export function contextVotes(
  tokens: readonly Word[],
  from: number,
  to: number,
  vote: (kind: EntityKind, weight: number) => void,
): void {
  const before = lower(tokens[from - 1])
  const quoted = /^["“'‘]$/.test(before) ? 1 : 0
  const left = tokens[from - 1 - quoted]
  const after = tokens[to]
  const next = tokens[to + 1]
  const two = tokens[from - 2]
  const noun = fold(left?.lemma ?? '')
  if (
    left &&
    left.upos === 'NOUN' &&
    bodyNouns.has(noun) &&
    !eitherNouns.has(noun) &&
    left.xpos !== 'NNS'
  )
    vote('organization', 4)
  // "The broadcaster Kanal": one word after a noun that people share
  if (left?.upos === 'NOUN' && eitherNouns.has(noun) && left.xpos === 'NN' && to - from === 1)
    vote('organization', lower(two) === 'the' ? 2.5 : 0)
  // "OSLO, Feb 18 (Meridian) - ": who sends the report
  if (before === '(' && after?.text === ')' && /^[-–—]+$/.test(next?.text ?? '') && from < 12)
    vote('organization', 8)
  calledVotes(tokens, from, vote)
  // "X's chairman", "X’s largest shareholder"
  if (after && /^['’‘]s?$/.test(after.text)) {
    for (let k = to + 1; k < Math.min(tokens.length, to + 5); k++) {
      const word = lower(tokens[k])
      // no harbour has a managing partner
      if (corporateRoles.test(word) || word === 'managing') {
        const run = /^(?:managing|chief|largest|biggest|finance)$/
        vote('organization', run.test(word) || run.test(lower(tokens[k - 1])) ? 7 : 3)
        break
      }
      if (!/^(?:ADJ|NOUN|PROPN|NUM)$/.test(tokens[k]!.upos)) break
    }
  }
  // "X, a Leeds-based agrochemicals company", "X, the largest of the platforms"
  if (after?.text === ',' && next && describedAsBody(tokens, to + 1)) vote('organization', 5)
  // "X, which", "X, whose managing director"
  if (after?.text === ',' && lower(next) === 'which' && before !== 'in') vote('organization', 2.5)
  if (
    after?.text === ',' &&
    lower(next) === 'whose' &&
    corporateRoles.test(lower(tokens[to + 2]).replace(/^(?:managing|chief)$/, 'chief'))
  )
    vote('organization', 3)
  if (/^(?:in|of)$/.test(before) && stakes.test(lower(two))) vote('organization', 4)
  // "Berg met Ortega": whom one meets or rings is somebody, where nothing else is known of the name
  if (
    to - from === 1 &&
    left?.upos === 'VERB' &&
    /^(?:meet|phone|telephone|interview)$/.test(left.lemma)
  )
    vote('person', 1.2)
  // "owns 11 percent of X"
  if (before === 'of' && /^(?:percent|%|pc)$/.test(lower(two))) vote('organization', 2)
  if (/^(?:of|by|for|from|at)$/.test(before) && dealNouns.test(lower(two))) vote('organization', 2)
  if (left?.upos === 'VERB' && deals.test(left.lemma)) vote('organization', 1.5)
  if (
    after &&
    /^(?:shares|stock|bonds|shareholders|investors|executives|employees|customers|officials|lawyers|chairman|chairwoman|spokesman|spokeswoman|CEO|boss|partner|co-founder|founder)$/.test(
      after.text,
    )
  )
    vote('organization', 2.5)
  // "chairman of X", "chief executive of X", "spokesman for X"
  if (
    /^(?:of|for|at)$/.test(before) &&
    /^(?:executive|director|chairman|chairwoman|chair|spokesman|spokeswoman|spokesperson|founder|co-founder|ceo|economist|analyst|strategist|partner|lecturer|professor|researcher|fellow|editor)$/.test(
      lower(two),
    )
  )
    vote('organization', 3)
  if (to - from === 1) loneVotes(tokens, from, vote)
  // "works for X", "an engineer at X"
  if (/^(?:for|at)$/.test(before) && two?.lemma === 'work' && two.upos === 'VERB')
    vote('organization', before === 'at' ? 4 : 2)
  // "X named Dana Moss chief executive"
  if (after?.upos === 'VERB' && /^(?:name|appoint|hire|promote)$/.test(after.lemma)) {
    const office = tokens
      .slice(to + 1, to + 9)
      .some((t) => t.text !== 'board' && corporateRoles.test(t.folded))
    if (office && to - from === 1) vote('organization', 2)
  }
  // "head of risk at Plovbank"
  if (before === 'at' && tokens[from - 3]?.text === 'of' && roleHeads.has(lower(tokens[from - 4])))
    vote('organization', 4)
  // "the Houston Beacon", "told the Ledger"
  if (
    to - from > 1 &&
    paperTails.test(lower(tokens[to - 1])) &&
    (before === 'the' || lower(tokens[from]) === 'the')
  )
    vote('organization', 2.5)
  // "Noel Tarpey of Fine Gael", "Fianna Fáil's Deirdre Lyng"
  if (
    before === 'of' &&
    partOfName(tokens[from - 2]) &&
    partOfName(tokens[from - 3]) &&
    to - from <= 3
  )
    vote('organization', 2)
  if (
    after &&
    /^['’‘]s$/.test(after.text) &&
    partOfName(tokens[to + 1]) &&
    partOfName(tokens[to + 2]) &&
    !/^\p{Lu}/u.test(tokens[to + 3]?.text ?? '') &&
    to - from > 1
  )
    vote('organization', 2)
  // "RTÉ's Morning Ireland": a programme
  if (
    /^['’‘]s$/.test(before) &&
    outlets.has(lower(tokens[from - 2])) &&
    !partOfName(tokens[from - 3])
  )
    vote('other', 4)
  // firms of two: "Carling & Voss"
  if (tokens.slice(from + 1, to - 1).some((t) => t.text === '&')) vote('organization', 6)
  if (/-$/.test(lower(tokens[from - 1])) && /^\p{Lu}/u.test(tokens[from]?.text ?? ''))
    vote('organization', 0.3)
}

const partOfName = (word: Word | undefined): boolean =>
  word?.upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(word.text) && !roleHeads.has(word.folded)

/** What one does with bodies, where a single word is all there is of a name. */
function loneVotes(
  tokens: readonly Word[],
  at: number,
  vote: (kind: EntityKind, weight: number) => void,
): void {
  const [two, left, after] = [tokens[at - 2], tokens[at - 1], tokens[at + 1]]
  const before = lower(left)
  // "a lawsuit against X", "sanctions on X"
  if (
    before === 'against' &&
    /^(?:lawsuit|suit|case|complaint|proceeding|claim)$/.test(two?.lemma ?? '')
  )
    vote('organization', 1.2)
  if (before === 'on' && /^(?:sanction|fine|embargo)$/.test(two?.lemma ?? ''))
    vote('organization', 1.2)
  // "snapped up X", "X was sold to"
  if (/^(?:up|over|out)$/.test(before) && /^(?:snap|take|buy)$/.test(two?.lemma ?? ''))
    vote('organization', 1.5)
  if (
    after?.lemma === 'be' &&
    /^(?:sell|acquire|privatize|privatise|nationalize|nationalise|fine|sue)$/.test(
      tokens[at + 2]?.lemma ?? '',
    )
  )
    vote('organization', 1.5)
  // "X lost its licence", "X lost her seat"
  if (!after || !/^(?:VERB|AUX)$/.test(after.upos)) return
  const whose = tokens.slice(at + 2, at + 5).find((t) => t.xpos === 'PRP$')?.folded
  if (whose === 'its') vote('organization', 1.8)
  if (whose === 'his' || whose === 'her') vote('person', 1.8)
}

/** "the scheme, known as X", "a militia called X": what X is called after. */
function calledVotes(
  tokens: readonly Word[],
  from: number,
  vote: (kind: EntityKind, weight: number) => void,
): void {
  let k = from - 1
  while (/^["“'‘]$/.test(tokens[k]?.text ?? '')) k--
  if (lower(tokens[k]) === 'as') k--
  if (!/^(?:known|called|dubbed|named|titled|entitled|nicknamed|codenamed)$/.test(lower(tokens[k])))
    return
  const left = tokens
    .slice(Math.max(0, k - 3), k)
    .reverse()
    .find((t) => t.upos === 'NOUN')
  const noun = fold(left?.lemma ?? '')
  if (paperFamilies(noun).length) vote('paper', 4)
  else if (bodyNouns.has(noun) && !eitherNouns.has(noun)) vote('organization', 4)
  else if (/^(?:town|village|city|island|district|valley|suburb|area|region|camp|base)$/.test(noun))
    vote('place', 4)
  else if (roleHeads.has(noun) || /^(?:man|woman|boy|girl|student|resident)$/.test(noun))
    vote('person', 3)
}

/** Behind a comma: "a London-based private equity firm", "the largest of the booking platforms". */
function describedAsBody(tokens: readonly Word[], start: number): boolean {
  if (
    !/^(?:a|an|the|one|another|its|whose|owned|part|maker|[\p{Ll}-]+)$/u.test(
      tokens[start]?.text ?? '',
    )
  )
    return false
  if (!/^(?:DET|ADJ|NOUN|PRON|VERB|NUM|PROPN)$/.test(tokens[start]!.upos)) return false
  let noun: string | undefined
  for (let k = start; k < Math.min(tokens.length, start + 9); k++) {
    const token = tokens[k]!
    const word = token.folded
    if (/^(?:NOUN|PROPN)$/.test(token.upos)) noun = fold(token.lemma)
    else if (/^[-–]$/.test(tokens[k - 1]?.text ?? '') && /^VERB$/.test(token.upos)) continue
    else if (word === 'of' && noun === undefined) noun = ''
    else if (!/^(?:DET|ADJ|NUM|ADV|PUNCT|PART)$/.test(token.upos) || /^[,;.]$/.test(token.text)) {
      if (
        word === 'of' &&
        noun !== undefined &&
        !bodyNouns.has(noun) &&
        !/^(?:one|part)$/.test(noun)
      )
        return false
      break
    }
  }
  return (
    noun !== undefined &&
    (bodyNouns.has(noun) || genericOrgs.has(noun)) &&
    !(roleHeads.has(noun) && eitherNouns.has(noun))
  )
}
