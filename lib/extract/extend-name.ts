/** Where a run of name words ends. */
import { joinsParts } from './join-parts'
import {
  countryNamed,
  countryOfDemonym,
  firstNames,
  orgHeads,
  ownNames,
  properEventTails,
} from './lexicon'
import { calendar, capitalisedFunction } from './name-words'
import { isCapital, lower, touches } from './span'
import type { Word } from './word'

const relational = new Set(
  'backed led authored based owned born style made run wide held controlled linked affiliated funded sponsored brokered drafted mediated occupied allied aligned friendly speaking supplied trained listed related imposed dominated proposed written designed appointed elected only era leaning bound educated winning wing critic winner'.split(
    ' ',
  ),
)

const corporate =
  /^(?:people|workers?|women|children|nurses|teachers|farmers|lawyers|veterans|writers|journalists|men|patients|consumers|students|citizens|employers|merchants|peoples|prosecutor|king|queen|prince|princess|bishop|governor)$/

export const nameParticles = new Set(
  'de da di do dos del della der den van von vom zu al el la le bin ibn ben y e ter af av'.split(
    ' ',
  ),
)

/** Family names that stand in front of a given name in two parts: "Park Chung-soo". */
const familyFirst = new Set(
  'kim park pak lee yi choi choe chung jung jeong kang cho yoon yun jang lim im han oh seo suh shin kwon hwang ahn song yoo hong roh noh chun ban moon bae baek chen lin huang chang wang li zhang liu wu tsai hsieh hung su ma chu leung cheung wong chan ng lau ho tsang tung cheng yeung lam kwok yip fung mak tang szeto sun soong chiang lien yu'.split(
    ' ',
  ),
)

/** Names that a number belongs to: "Studio 54", "Channel 4", "Formula 1". */
const numbered =
  /^(?:studio|channel|radio|explorer|windows|apollo|falcon|boeing|airbus|formula|flight|highway|route|interstate|catch|playstation|iphone|android|soyuz|shenzhou|voyager|pioneer|group|area|resolution|directive|article|section|protocol)$/

/** The first token after the run of name words that starts at i. */
export function extendName(
  tokens: readonly Word[],
  i: number,
  vouched: ReadonlySet<string>,
): number {
  let end = i + 1
  while (end < tokens.length) {
    const token = tokens[end] as Word
    const next = tokens[end + 1]
    const word = token.folded
    // "the Telecommunications (Location Records) Bill"
    if (token.text === '(' && isCapital(next)) {
      const close = tokens.findIndex((t, k) => k > end && t.text === ')')
      const tail = close > 0 && close <= end + 7 ? tokens[close + 1] : undefined
      if (
        tail &&
        isCapital(tail) &&
        /^(?:act|bill|law|order|regulations|rules|treaty|code|amendment)$/.test(tail.folded)
      ) {
        end = close + 2
        continue
      }
    }
    if (token.text === '-' || token.text === '–') {
      if (!touches(tokens[end - 1], token) || !touches(token, next)) break
      const right = lower(next)
      // "Leung Kwok-hung": surname, then a given name in two parts
      if (
        end >= i + 2 &&
        (firstNames.has(lower(tokens[end - 2])) || familyFirst.has(lower(tokens[end - 2]))) &&
        /^\p{Ll}{2,6}$/u.test(next?.text ?? '') &&
        !relational.has(right)
      ) {
        end += 2
        continue
      }
      if (relational.has(right) || (/^(?:VERB|ADV)$/.test(next?.upos ?? '') && !isCapital(next)))
        break
      const bothNations =
        countryOfDemonym((tokens[end - 1] as Word).text) && countryOfDemonym(next?.text ?? '')
      if (bothNations) break
      const given =
        !isCapital(next) &&
        right.length <= 6 &&
        /^\p{L}+$/u.test(right) &&
        (tokens[end - 1] as Word).upos === 'PROPN'
      if (!isCapital(next) && !given && !/^\d+$/.test(right)) break
      end += 2
      continue
    }
    if (
      isCapital(token) &&
      (!calendar.has(word) ||
        (firstNames.has(word) &&
          isCapital(next) &&
          next?.upos === 'PROPN' &&
          !calendar.has(next.folded)))
    ) {
      const surname =
        end === i + 1 && firstNames.has(lower(tokens[i])) && !/^(?:the|a|i)$/.test(word)
      if (capitalisedFunction.has(word) && !/^(?:NNP|NNPS)$/.test(token.xpos) && !surname) break
      end++
      continue
    }
    if (
      /^['’‘]s?$/.test(token.text) &&
      isCapital(next) &&
      (corporate.test(lower(tokens[end - 1])) || /^(?:st|saint)$/.test(lower(tokens[i]))) &&
      headedBody(tokens, end + 1)
    ) {
      end += 2
      continue
    }
    // "Standard & Poor's"
    if (/^['’‘]s$/.test(token.text) && ownName(tokens, i, end)) return end + 1
    // "Rory O' Neill"
    if (/^['’‘]$/.test(token.text) && (tokens[end - 1] as Word).text === 'O' && isCapital(next)) {
      end += 2
      continue
    }
    // "Winton "Red" Hale": a nickname between the names
    if (
      /^["“]$/.test(token.text) &&
      isCapital(next) &&
      /^["”]$/.test(tokens[end + 2]?.text ?? '') &&
      isCapital(tokens[end + 3]) &&
      touches(token, next) &&
      tokens[end + 3]!.upos === 'PROPN' &&
      tokens[end - 1]!.upos === 'PROPN'
    ) {
      end += 4
      continue
    }
    // "Washington, D.C.", "University of California, Berkeley"
    if (
      token.text === ',' &&
      ((lower(tokens[end - 1]) === 'washington' && /^d\.?c\.?$/i.test(next?.text ?? '')) ||
        (campusStates.test(lower(tokens[end - 1])) &&
          lower(tokens[i]) === 'university' &&
          isCapital(next) &&
          !countryNamed(next!.text) &&
          !isCapital(tokens[end + 2])))
    ) {
      end += 2
      break
    }
    // "Batman: The Animated Series"
    if (
      token.text === ':' &&
      i > 0 &&
      touches(tokens[end - 1], token) &&
      isCapital(next) &&
      isCapital(tokens[end + 2]) &&
      /^(?:in|of|game|series|film|novel|play|-|demo)$/.test(lower(tokens[i - 1]))
    ) {
      end += 2
      continue
    }
    if (/^\p{Ll}/u.test(token.text)) {
      if (word === 'rights' && /^human$/.test(lower(tokens[end - 1]))) {
        end++
        continue
      }
      if (
        nameParticles.has(word) &&
        (isCapital(next) ||
          (nameParticles.has(lower(next)) && isCapital(tokens[end + 2])) ||
          next?.text === '-')
      ) {
        end++
        continue
      }
      const given = firstNames.has(lower(tokens[end - 1]))
      if (vouched.has(word) && end - i < 6 && given) {
        end++
        continue
      }
      // "Foreign Minister sergei Lavrov"
      if (
        firstNames.has(word) &&
        isCapital(next) &&
        next?.upos === 'PROPN' &&
        token.upos !== 'VERB'
      ) {
        end++
        continue
      }
      const joined = joinsParts(tokens, i, end)
      if (joined) {
        end = joined
        continue
      }
      break
    }
    if (
      token.upos === 'NUM' &&
      /^\d{1,4}$/.test(token.text) &&
      numbered.test(lower(tokens[end - 1])) &&
      !/^(?:NOUN|PROPN|SYM)$/.test(next?.upos ?? '')
    ) {
      end++
      continue
    }
    if (token.text === '&' && isCapital(next)) {
      end += 2
      continue
    }
    if (
      /^(?:19|20)\d\d$/.test(token.text) &&
      properEventTails.has((tokens[end - 1] as Word).folded)
    ) {
      end++
      continue
    }
    break
  }
  return end
}

/** States whose university stands in several towns. */
const campusStates =
  /^(?:california|arkansas|illinois|wisconsin|michigan|minnesota|texas|nebraska|colorado|massachusetts|maryland|tennessee|missouri|hawaii|alabama|carolina|wales)$/

const ownName = (tokens: readonly Word[], from: number, end: number): boolean =>
  ownNames.has(
    `${tokens
      .slice(from, end)
      .map((t) => t.folded)
      .join(' ')}'s`,
  )

/** "People's [Dawn Movement]", "Workers' [Party]": capitals that end in what a body is called. */
function headedBody(tokens: readonly Word[], from: number): boolean {
  let end = from
  while (end < from + 4 && isCapital(tokens[end])) end++
  return end > from && orgHeads.has(lower(tokens[end - 1]))
}
