/** “X of the Labour Party”: who belongs where, without an office. */
import { fold, honorifics, orgHeads } from './lexicon'
import type { NounPhrase } from './phrase'
import { readList } from './phrase-list'
import { emit, personOf, stateOffice } from './roles-office'
import { seatOf } from './roles-seat'
import type { Scene } from './scene'
import type { Referent, Span } from './span'

/** "Alvin Yeung from the Civic Party", "X and Y of respectively P and Q", "Lydia Buchtmann for Food Standards" */
export function affiliation(scene: Scene, at: number, person: Span): void {
  const { units } = scene.reading
  let k = at + 1
  const behindComma = units[k + 1]
  if (
    units[k]?.type === 'comma' &&
    behindComma?.type === 'prep' &&
    (behindComma.word === 'of' ||
      // "X, from the University of Leeds, said"
      (/^(?:from|at)$/.test(behindComma.word) &&
        units[k + 2]?.type === 'np' &&
        units[k + 3]?.type === 'comma'))
  )
    k++
  const prep = units[k]
  if (prep?.type !== 'prep' || !/^(?:of|from|for|at|with)$/.test(prep.word)) return
  // "Lord Roberts of Conwy" is called after it
  if (
    /^(?:lord|lady|baroness|baron|earl|duke|duchess|viscount)$/.test(fold(person.role?.words ?? ''))
  )
    return
  let next = k + 1
  const respectively =
    units[next]?.type === 'adverb' && (units[next] as { word: string }).word === 'respectively'
  if (units[next]?.type === 'adverb') next++
  const np = units[next]
  if (np?.type !== 'np') return
  const orgs = readList(units, next)
    .items.map((i) => units[i] as NounPhrase)
    .map((n) => n.spans[0]?.referent ?? (n.owner?.spans[0]?.referent as Referent | undefined))
  if (respectively) {
    const people = peopleBefore(scene, at).slice(-orgs.length)
    people.forEach((who, i) => {
      const org = orgs[i]
      if (org?.kind === 'organization') emit(scene, who.referent!, org, undefined, [at, next])
    })
    return
  }
  const own = np.owner?.spans[0]?.referent
  // "of the University of NSW's school": the university
  const school =
    !np.name && (np.spans[0]?.kind === 'organization' || orgHeads.has(headOf(scene, np)))
  if (own && !np.name && !school) return
  const org = school && own?.kind === 'organization' ? own : np.spans[0]?.referent
  const title = roleBefore(person)
  if (title && prep.word === 'of' && org && org.kind !== 'organization' && !own) {
    // "President X of Ghana", "Mayor Y of Leeds"
    const seat = seatOf(scene, np.spans[0], title)
    if (seat && (seat.kind === 'place' || stateOffice.test(fold(title))))
      emit(scene, person.referent!, seat, title, [at, next])
    return
  }
  // "barred X from public office"
  if (org?.kind !== 'organization' || (prep.word === 'from' && org.weak)) return
  const verb = units[at - 1]
  if (prep.word !== 'of' && verb?.type === 'vg' && !verb.copula) return
  if (/^(?:for|at|with)$/.test(prep.word)) {
    const after = units[next + 1]
    const governed = [...scene.clauses.values()].some((c) => c.objects.includes(at))
    if (governed || !(after?.type === 'comma' || after?.type === 'vg') || prep.word === 'with')
      return
  }
  if (
    prep.word === 'from' &&
    [...scene.clauses.values()].some(
      (c) => c.objects.includes(at) && !c.verb.copula && !c.verb.passive && c.at < at,
    )
  )
    return
  emit(scene, person.referent!, org, title, [at, next])
}

const headOf = (scene: Scene, np: NounPhrase) => fold(scene.reading.sentence.tokens[np.head]!.lemma)

function roleBefore(person: Span): string | undefined {
  const words = person.role?.words
  return words && !honorifics.has(fold(words)) ? words : undefined
}

function peopleBefore(scene: Scene, at: number): Span[] {
  const { units } = scene.reading
  for (let start = Math.max(0, at - 6); start <= at; start++) {
    if (units[start]?.type !== 'np') continue
    const list = readList(units, start).items
    if (list.includes(at)) return list.flatMap((i) => personOf(units[i] as NounPhrase) ?? [])
  }
  return []
}
