/** Whether a report calls somebody he or she, as far as title, noun and given name tell. */
import { fold, genderOfGiven } from './lexicon'
import { overSpans } from './over-spans'
import type { Referent, Span } from './span'

const feminineRoles =
  /\b(?:mrs|ms|miss|lady|dame|queen|princess|madam|madame|chairwoman|spokeswoman|congresswoman|actress|baroness|councilwoman|sister)\b/
const masculineRoles =
  /\b(?:mr|sir|lord|king|prince|chairman|spokesman|congressman|actor|baron|father|brother|councilman)\b/
const feminine =
  /^(?:mother|wife|daughter|sister|widow|girlfriend|aunt|niece|grandmother|ex-wife|woman|girl|spokeswoman|chairwoman|actress|queen|princess)$/
const masculine =
  /^(?:father|husband|son|brother|widower|boyfriend|uncle|nephew|grandfather|ex-husband|man|boy|spokesman|chairman|king|prince)$/

export function genderOf(referent: Referent): 'he' | 'she' | undefined {
  const told = genderTold(referent) ?? referent.gender
  if (told) return told
  const [given, ...rest] = fold(referent.name).split(' ')
  return rest.length ? genderOfGiven(given!) : undefined
}

/** As its first span tells that tells it at all. */
const genderTold = overSpans<'he' | 'she' | undefined>(
  () => undefined,
  (told, span) => told ?? genderIn(span),
)

function genderIn({ role, form, noun }: Span): 'he' | 'she' | undefined {
  const words = fold(role?.words ?? '')
  if (feminineRoles.test(words)) return 'she'
  if (masculineRoles.test(words)) return 'he'
  if (form !== 'nominal' || !noun) return undefined
  return feminine.test(noun) ? 'she' : masculine.test(noun) ? 'he' : undefined
}
