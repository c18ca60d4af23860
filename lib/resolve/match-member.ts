/** Which thing of a case a document's thing is, and why. Doubt joins nothing. */
import type { Local, Member } from './member'
import {
  findMembers,
  formKeys,
  isLetters,
  isTelling,
  type MemberIndex,
  nameKey,
  surnameKey,
} from './member-index'
import { genderOfName, genderOfTitles } from './name-gender'
import { normalizeName, soundName } from './name-key'

/** `reason` is empty where the names are the same. */
export type Found = { member: Member; reason: string }

/** `free` says whether a member may still be taken: two things of one document are two. */
export function matchMember(
  local: Local,
  index: MemberIndex,
  free: (member: Member) => boolean,
): Found | undefined {
  const find = (keys: Parameters<typeof findMembers>[1]) => findMembers(index, keys).filter(free)
  if (!isGeneric(local)) {
    const exact = find([nameKey(local.kind, local.name)])[0]
    if (exact && local.kind !== 'person') return { member: exact, reason: '' }
    if (exact && agree(exact, local)) return { member: exact, reason: '' }
  }
  if (isNameless(local.kind, local.name)) return undefined
  if (local.kind === 'person') return matchPerson(local, find)
  if (local.kind === 'paper' || local.kind === 'event') return matchThing(local, find)
  if (local.kind === 'group' || local.kind === 'other') return undefined
  return matchInstitution(local, find)
}

type Find = (keys: Parameters<typeof findMembers>[1]) => Member[]

/** "the plan" of one report is not "the plan" of another, nor are its "ministry" and "prime minister". */
const isGeneric = ({ kind, name }: Local) =>
  kind === 'paper' || kind === 'event'
    ? !normalizeName(name).includes(' ') && /^\p{Ll}/u.test(name)
    : isNameless(kind, name)

const isNameless = (kind: string, name: string) =>
  /^(?:person|organization)$/.test(kind) && !/[\p{Lu}\d]/u.test(name)

function matchPerson(local: Local, find: Find): Found | undefined {
  const sound = soundName(local.name)
  const words = sound.split(' ')
  if (words.length === 1) {
    const bearers = find([surnameKey(sound)])
    return bearers.length === 1 && agree(bearers[0]!, local)
      ? {
          member: bearers[0]!,
          reason: `${local.name} is the surname of ${bearers[0]!.name}, and of nobody else here`,
        }
      : undefined
  }
  const spelled = find(formKeys('person', local.name))
  if (spelled.length === 1)
    return agree(spelled[0]!, local)
      ? {
          member: spelled[0]!,
          reason: `${local.name} and ${spelled[0]!.name} are spellings of one name`,
        }
      : undefined
  // a person known so far by surname alone
  const bare = find([surnameKey(words.at(-1)!)]).filter((p) => !p.name.includes(' '))
  return bare.length === 1 && agree(bare[0]!, local)
    ? { member: bare[0]!, reason: `${bare[0]!.name} is the surname of ${local.name}` }
    : undefined
}

/** "Mr Berg" is not "Anna Berg" whom the other report calls she, and the bishop is not the banker of that surname. */
function agree(member: Member, local: Local): boolean {
  const [they, here] = [genderOfName(member.name), genderOfTitles(local.titles ?? [])]
  if (they && here && they !== here) return false
  // two full names need no office to agree
  if (local.name.includes(' ') && member.name.includes(' ')) return true
  const mine = titleWords(local.titles ?? [])
  const theirs = titleWords(member.titles)
  if (!mine.length || !theirs.length) return true
  const within = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every((w) => b.has(w))
  return mine.some((a) => theirs.some((b) => within(a, b) || within(b, a)))
}

/** Words that tell nobody from anybody: honorifics, tenses of an office, "leader". */
const loose = new Set(
  'mr mrs ms miss madam dr sir lady lord dame prof professor former current acting interim then the of and leader head chief us national senior'.split(
    ' ',
  ),
)

const titleWords = (titles: Iterable<string>): Set<string>[] =>
  [...titles]
    .map(
      (title) =>
        new Set(
          normalizeName(title)
            .split(' ')
            .filter((w) => !loose.has(w)),
        ),
    )
    .filter((words) => words.size > 0)

function matchThing(local: Local, find: Find): Found | undefined {
  const forms = [local.name, ...local.aliases]
  const found = find(forms.flatMap((form) => formKeys(local.kind, form)))
  if (found.length !== 1) return undefined
  const theirs = [found[0]!.name, ...found[0]!.aliases].map(normalizeName)
  const shared = forms.find((n) => isTelling(n) && theirs.includes(normalizeName(n)))
  return { member: found[0]!, reason: `both are called “${shared}”` }
}

/** By a full name in common; by letters ("FDA") only where one of the two is known by nothing else. */
function matchInstitution(local: Local, find: Find): Found | undefined {
  const mine = [local.name, ...local.aliases]
  const found = find(mine.flatMap((form) => formKeys(local.kind, form))).filter((member) => {
    const theirs = [member.name, ...member.aliases]
    const shares = (form: string) =>
      theirs.some((other) => normalizeName(other) === normalizeName(form))
    const spelledOut = (forms: readonly string[]) => forms.some((form) => form.includes(' '))
    return (
      mine.some((form) => !isLetters(form) && form.includes(' ') && shares(form)) ||
      !(spelledOut(mine) && spelledOut(theirs))
    )
  })
  if (found.length !== 1) return undefined
  return { member: found[0]!, reason: `${local.name} is also called ${found[0]!.name}` }
}
