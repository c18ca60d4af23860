/** Who holds which office where: "Kremlin aide X", "X, head of a fund", "X of the Labour Party", "Party's X and Y". */
import type { Clause } from './clause'
import { fold, honorifics, partyNamed, roleHeads } from './lexicon'
import type { NounPhrase, Unit } from './phrase'
import { readList } from './phrase-list'
import { affiliation } from './roles-affiliation'
import { compoundSeat } from './roles-compound'
import { bracketParty } from './roles-implied'
import { bygone, emit, office, personOf, stateOffice } from './roles-office'
import { seatLeftOut, seatOf } from './roles-seat'
import type { Scene } from './scene'
import { lower, type Referent, type Span, textOf } from './span'

export function claimRoles(scene: Scene): void {
  const { units } = scene.reading
  units.forEach((unit, at) => {
    if (unit.type !== 'np') return
    const person = personOf(unit)
    if (person) {
      before(scene, unit, at, person)
      affiliation(scene, at, person)
      behind(scene, at, person)
      const party = bracketParty(scene, at)
      if (party) emit(scene, person.referent!, party, undefined, [at])
    }
    for (let owner = unit.owner; owner; owner = owner.owner) {
      const whose = personOf(owner)
      if (whose) before(scene, owner, at, whose)
    }
    announced(scene, unit, at)
    ownParty(scene, unit, at)
  })
  for (const clause of scene.clauses.values()) becomes(scene, clause)
}

/** Words between the institution and the name: "Kremlin [aide] Yuri Ushakov". */
function before(scene: Scene, np: NounPhrase, at: number, person: Span): void {
  const { tokens } = scene.reading.sentence
  const nameFrom = person.role ? person.role.to : person.from
  const seat = np.inner.filter((s) => s !== person && s.to <= person.from).at(-1)
  const owner = np.owner?.spans[0]
  const start = np.owner ? np.owner.to + (owner?.form === 'pronoun' ? 0 : 1) : np.from
  let from = seat ? seat.to : start
  while (
    from < nameFrom &&
    (/^(?:DET|PUNCT|PART)$/.test(tokens[from]!.upos) ||
      /^(?:current|the|a|an|-|,)$/.test(lower(tokens[from])))
  )
    from++
  const words = textOf(scene.discourse.text, scene.reading.sentence, from, nameFrom)
  const headed = tokens
    .slice(from, nameFrom)
    .some((t) => roleHeads.has(fold(t.lemma)) || roleHeads.has(t.folded))
  // "Labour MP Lord Moss" is an MP
  const office =
    (seat ? bygone(scene, start, seat.from) : '') +
    words.replace(/ (?:Lord|Lady|Sir|Dame|Dr|Mr|Mrs|Ms|Baroness|Professor)\.?$/, '')
  const title = headed && !honorifics.has(fold(office)) ? office : undefined
  const sent = title !== undefined && owner?.referent?.kind === 'government' && envoys.test(title)
  // "Norway's UN ambassador" serves Norway
  const referent =
    (sent ? seatOf(scene, owner, title) : undefined) ??
    seatOf(scene, seat, title) ??
    seatOf(scene, owner, title)
  if (referent && title) {
    // "Spanish midfielder": a nation is an office's seat, not a player's
    // "the Swiss judge": where somebody is from; "US District Judge" is an office
    if (
      referent.kind === 'government' &&
      (!stateOffice.test(fold(title)) || fold(title) === 'judge')
    )
      return
    emit(scene, person.referent!, referent, title, [at])
    return
  }
  if (seat && !title && from === nameFrom && !owner && named(scene, at, seat, person)) return
  if (referent && !title) {
    if (from !== nameFrom || !owner) return
    if (referent.kind === 'organization' || speaksOfLeaders(scene)) ownPeople(scene, at, referent)
    return
  }
  // "GM Europe president": of that body, whatever it is, and of no other
  if (!title || seat) return
  const compound = compoundSeat(scene, from, nameFrom)
  const left = compound?.seat ?? seatLeftOut(scene, at, np, title, person.from)
  const rest = compound
    ? textOf(scene.discourse.text, scene.reading.sentence, compound.end, nameFrom)
    : title
  if (left) emit(scene, person.referent!, left, rest, [at])
}

const envoys = /\b(?:ambassador|envoy|representative|delegate|negotiator)$/i

/** "UN envoy to Syria Lars Hale", "Mayor of Leeds Tom Hart": the office ends in its seat, and the name follows. */
function named(scene: Scene, at: number, seat: Span, person: Span): boolean {
  const { units, sentence } = scene.reading
  const [left, prep] = [units[at - 2], units[at - 1]]
  if (left?.type !== 'np' || left.name || prep?.type !== 'prep') return false
  if (!/^(?:of|to|for|at)$/.test(prep.word)) return false
  const head = sentence.tokens[left.head]!
  if (head.xpos === 'NNS' || !roleHeads.has(fold(head.lemma))) return false
  const own = left.inner.at(-1)
  const from = own ? own.to : left.from
  const title = textOf(scene.discourse.text, sentence, from, left.to).replace(/^(?:the|a) /i, '')
  const body = prep.word === 'to' && own ? seatOf(scene, own, title) : seatOf(scene, seat, title)
  if (body) emit(scene, person.referent!, body, title, [at - 2, at])
  return body !== undefined
}

/** "The leaders met. Norway's Anna Berg …": it is the state's own people that are spoken of, no players. */
function speaksOfLeaders({ discourse, reading }: Scene): boolean {
  const near = discourse.readings.slice(Math.max(0, reading.index - 2), reading.index + 1)
  return near.some(({ sentence }) =>
    sentence.tokens.some((t) => t.xpos === 'NNS' && statesmen.test(t.lemma)),
  )
}
const statesmen = /^(?:leader|president|premier|minister|head|monarch|counterpart|diplomat)$/

/** "DAB's Ben Chan and Leung Che-cheung" */
function ownPeople(scene: Scene, at: number, body: Referent): void {
  const { units } = scene.reading
  for (const item of readList(units, at).items) {
    const member = units[item]
    if (member?.type !== 'np' || (item !== at && member.owner)) break
    const who = personOf(member)
    if (who && (item === at || member.inner.length === 1))
      emit(scene, who.referent!, body, undefined, [at, item])
  }
}

/** "X, (the) head of a fund", "X, the Kremlin's spokesman", "X, chairman of A and B" */
function behind(scene: Scene, at: number, person: Span): void {
  const { units } = scene.reading
  let k = at + 1
  // over "(45)" and ", 45,"
  if (units[k]?.type !== 'comma') return
  k++
  if (
    units[k]?.type === 'np' &&
    /^\d{1,3}$/.test(
      textOf(scene.discourse.text, scene.reading.sentence, units[k]!.from, units[k]!.to),
    ) &&
    units[k + 1]?.type === 'comma'
  )
    k += 2
  for (let turn = 0; turn < 3; turn++) {
    while (units[k]?.type === 'adverb') k++
    const np = units[k]
    if (np?.type !== 'np') return
    const end = office(scene, np, k, person.referent!, at)
    if (!end) return
    k = end
    if (units[k]?.type === 'comma' && units[k + 1]?.type === 'cc') k++
    if (units[k]?.type !== 'cc') return
    k++
  }
}

/** "Berg's Progress Party": the one it is named by belongs to it. */
function ownParty(scene: Scene, np: NounPhrase, at: number): void {
  const who = np.owner && !np.owner.owner ? np.owner.spans[0]?.referent : undefined
  const party = np.spans[0]?.referent
  if (who?.kind !== 'person' || who.weak || party?.kind !== 'organization' || !np.name) return
  const last = fold(party.name).split(' ').at(-1)!
  if (partyWords.test(last) || partyNamed(party.name)) emit(scene, who, party, undefined, [at])
}
const partyWords =
  /^(?:party|bloc|alliance|coalition|movement|league|front|union|rally|list|faction|federation)$/

/** "The head of the fund, Kirill Dmitriev, said": the office first, then the name. */
function announced(scene: Scene, np: NounPhrase, at: number): void {
  const { units } = scene.reading
  if (np.name || np.time) return
  // "A, the head of B, C" names nobody twice; "for the host, the head of B, C," does
  const left = units[at - 1]?.type === 'comma' ? units[at - 2] : undefined
  if (left && (left.type !== 'np' || left.spans.some((s) => s.referent?.kind === 'person'))) return
  const head = scene.reading.sentence.tokens[np.head]
  if (
    !head ||
    !(roleHeads.has(fold(head.lemma)) || roleHeads.has(head.folded)) ||
    head.xpos === 'NNS'
  )
    return
  let k = at + 1
  if (units[k]?.type === 'prep' && units[k + 1]?.type === 'np') k = portfolioEnd(units, k + 1)
  if (units[k]?.type !== 'comma') return
  const name = units[k + 1]
  const person = name?.type === 'np' ? personOf(name) : undefined
  if (!person || (name as NounPhrase).inner.length > 1 || (name as NounPhrase).owner) return
  const close = units[k + 2]
  if (close && close.type !== 'comma' && close.type !== 'stop') return
  office(scene, np, at, person.referent!, k + 1)
}

/** Behind what an office is for: "minister for [climate, energy and utilities], X". */
function portfolioEnd(units: readonly Unit[], at: number): number {
  const { items } = readList(units, at)
  const named = items.findIndex((i) => (units[i] as NounPhrase).name)
  return (items.slice(0, named < 0 ? items.length : named).at(-1) ?? at) + 1
}

/** Verbs that put somebody into an office: "X was appointed head of Y". */
const installs = /^(?:appoint|name|elect|re-elect|reelect|make|promote|install)$/
const holds = /^(?:be|become|remain|serve|work)$/
const leaves = /^(?:resign|quit|retire|step)$/

/** "X is the head of Y", "X became president of Y", "X serves as Y's spokesman", "X was elected president of Y" */
function becomes(scene: Scene, clause: Clause): void {
  const { units } = scene.reading
  const lemma = clause.verb.lemma
  if (
    clause.verb.negated ||
    (clause.verb.modal && clause.verb.modal !== 'will') ||
    clause.opener === 'if'
  )
    return
  const installed = installs.test(lemma)
  if (clause.verb.modal || !(installed || leaves.test(lemma) || holds.test(lemma))) return
  // who is put into an office is the verb's patient, which in the passive stands before it
  const who = installed
    ? clause.objects.find((o) => o < clause.at === !!clause.verb.passive)
    : clause.subjects[0]
  const at =
    clause.complement ??
    (installed || /^(?:become|remain)$/.test(lemma)
      ? clause.objects.find((o) => o !== who && o > clause.at)
      : undefined) ??
    clause.preps.find((p) => p.word === 'as')?.args[0]
  if (who === undefined || at === undefined || (!installed && clause.subjects.length > 1)) return
  const [person, np] = [units[who], units[at]]
  if (np?.type !== 'np' || person?.type !== 'np') return
  const holder = person.spans[0]?.referent
  if (holder?.kind === 'person') office(scene, np, at, holder, who)
}
