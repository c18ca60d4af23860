/** Whether a report calls somebody he or she, as far as title, noun and given name tell. */
import { fold, genderOfGiven } from './lexicon'
import type { Referent } from './span'

const feminineRoles =
  /\b(?:mrs|ms|miss|lady|dame|queen|princess|madam|madame|chairwoman|spokeswoman|congresswoman|actress|baroness|councilwoman|sister)\b/
const masculineRoles =
  /\b(?:mr|sir|lord|king|prince|chairman|spokesman|congressman|actor|baron|father|brother|councilman)\b/
const feminine =
  /^(?:mother|wife|daughter|sister|widow|girlfriend|aunt|niece|grandmother|ex-wife|woman|girl|spokeswoman|chairwoman|actress|queen|princess)$/
const masculine =
  /^(?:father|husband|son|brother|widower|boyfriend|uncle|nephew|grandfather|ex-husband|man|boy|spokesman|chairman|king|prince)$/

export function genderOf(referent: Referent): 'he' | 'she' | undefined {
  for (const span of referent.spans) {
    const role = fold(span.role?.words ?? '')
    if (feminineRoles.test(role)) return 'she'
    if (masculineRoles.test(role)) return 'he'
    if (span.form === 'nominal' && span.noun) {
      if (feminine.test(span.noun)) return 'she'
      if (masculine.test(span.noun)) return 'he'
    }
  }
  if (referent.gender) return referent.gender
  const [given, ...rest] = fold(referent.name).split(' ')
  return rest.length ? genderOfGiven(given!) : undefined
}
