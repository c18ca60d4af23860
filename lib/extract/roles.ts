/** Who holds which office where: "Kremlin aide X", "X, head of a fund", "X of the Labour Party", "Party's X and Y". */
import { stateReferent } from './arguments'
import { quote, type Scene } from './claims'
import type { Clause } from './clauses'
import { readList } from './clauses'
import { americanTitles, fold, honorifics, nationalTitles, roleHeads } from './lexicon'
import type { NounPhrase } from './phrases'
import { impliedBody, impliedState } from './roles-implied'
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
    }
    for (let owner = unit.owner; owner; owner = owner.owner) {
      const whose = personOf(owner)
      if (whose) before(scene, owner, at, whose)
    }
    announced(scene, unit, at)
  })
  for (const clause of scene.clauses.values()) becomes(scene, clause)
}

function personOf(np: NounPhrase): Span | undefined {
  return np.name?.referent?.kind === 'person' && np.name.form === 'name' ? np.name : undefined
}

/** Words between the institution and the name: "Kremlin [aide] Yuri Ushakov". */
function before(scene: Scene, np: NounPhrase, at: number, person: Span): void {
  const { tokens } = scene.reading.sentence
  const nameFrom = person.role ? person.role.to : person.from
  const others = np.inner.filter((s) => s !== person && s.to <= person.from)
  const seat = others.at(-1)
  const ownerSpan = np.owner?.spans[0]
  const wordsFrom = seat ? seat.to : np.owner ? np.owner.to + 1 : np.from
  let from = wordsFrom
  while (
    from < nameFrom &&
    (/^(?:DET|PUNCT|PART)$/.test(tokens[from]!.upos) ||
      /^(?:former|then|current|the|a|an|-|,)$/.test(lower(tokens[from])))
  )
    from++
  const words = textOf(scene.discourse.text, scene.reading.sentence, from, nameFrom)
  const headed = tokens
    .slice(from, nameFrom)
    .some((t) => roleHeads.has(fold(t.lemma)) || roleHeads.has(fold(t.text)))
  const title = headed && !honorifics.has(fold(words)) ? words : undefined
  const referent =
    seatOf(scene, seat) ??
    (ownerSpan?.referent && /^(?:organization|government)$/.test(ownerSpan.referent.kind)
      ? ownerSpan.referent
      : undefined)
  if (referent && title) {
    // "Spanish midfielder": a nation is an office's seat, not a player's
    if (referent.kind === 'government' && !stateOffice.test(fold(title))) return
    emit(scene, person.referent!, referent, title, [at])
    return
  }
  if (
    referent &&
    !title &&
    referent.kind === 'organization' &&
    from === nameFrom &&
    (ownerSpan || seat)
  ) {
    // "DAB's Ben Chan and Leung Che-cheung"
    if (!ownerSpan) return
    for (const item of readList(scene.reading.units, at).items) {
      const member = scene.reading.units[item]
      if (item !== at && (member as NounPhrase).owner) break
      const who = member?.type === 'np' ? personOf(member) : undefined
      if (
        who &&
        (item === at ||
          ((member as NounPhrase).inner.length === 1 && !(member as NounPhrase).owner))
      )
        emit(scene, who.referent!, referent, undefined, [at, item])
    }
    return
  }
  if (!referent && title) {
    const key = fold(title).replace(/^(?:former|then|current) /, '')
    const home = homeState(scene)
    if (americanTitles.has(key)) {
      const us = scene.discourse.referents.find(
        (r) => r.kind === 'government' && r.name === 'United States',
      )
      if (us) emit(scene, person.referent!, us, title, [at])
    } else if (home && nationalTitles.has(key)) emit(scene, person.referent!, home, title, [at])
    else {
      const seat = impliedState(scene, at, title) ?? impliedBody(scene, at, np, title)
      if (seat) emit(scene, person.referent!, seat, title, [at])
    }
  }
}

const stateOffice =
  /\b(?:president|vice-president|minister|premier|chancellor|ambassador|envoy|diplomat|senator|lawmaker|legislator|mp|mep|parliamentarian|congressman|congresswoman|representative|official|spokesman|spokeswoman|spokesperson|secretary|undersecretary|general|admiral|colonel|commander|marshal|chief|head|king|queen|prince|princess|emperor|emir|sultan|monarch|governor|prosecutor|judge|justice|aide|adviser|advisor|negotiator|mediator|delegate|leader|commissioner|attorney|officer|deputy|speaker|dictator|ombudsman|auditor|consul|agent|spy|treasurer|regulator)\b/

/** The state whose offices the report names without saying so: the one with offices that only it has. */
function homeState(scene: Scene): Referent | undefined {
  const american = scene.discourse.referents.some((r) =>
    r.spans.some((s) => s.role && americanTitles.has(fold(s.role.words))),
  )
  return american
    ? scene.discourse.referents.find((r) => r.kind === 'government' && r.name === 'United States')
    : undefined
}

function seatOf(scene: Scene, span: Span | undefined): Referent | undefined {
  if (!span) return undefined
  if (span.referent && /^(?:organization|government)$/.test(span.referent.kind))
    return span.referent
  if (!span.referent && span.nation && span.kind === 'government')
    return stateReferent(scene.discourse, span.nation)
  return undefined
}

/** "Alvin Yeung from the Civic Party", "X and Y of respectively P and Q", "Lydia Buchtmann for Food Standards" */
function affiliation(scene: Scene, at: number, person: Span): void {
  const { units } = scene.reading
  let k = at + 1
  while (
    units[k]?.type === 'comma' &&
    units[k + 1]?.type === 'prep' &&
    (units[k + 1] as { word: string }).word === 'of'
  )
    k++
  const prep = units[k]
  if (prep?.type !== 'prep' || !/^(?:of|from|for|at|with)$/.test(prep.word)) return
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
  const org = !np.name && own?.kind === 'organization' ? own : np.spans[0]?.referent
  if (org?.kind !== 'organization') return
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
  emit(scene, person.referent!, org, roleBefore(scene, at, person), [at, next])
}

function roleBefore(scene: Scene, at: number, person: Span): string | undefined {
  void at
  const words = person.role?.words
  void scene
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

/** Reads an office that starts at unit `k`; the unit behind it, or 0 where there is none. */
function office(scene: Scene, np: NounPhrase, k: number, who: Referent, quoteFrom: number): number {
  const { units, sentence } = scene.reading
  const head = sentence.tokens[np.head]!
  const inside = np.inner.filter((s) => s.to <= np.head)
  if (np.name && !roleHeads.has(fold(head.text))) return 0
  if (!roleHeads.has(fold(head.lemma)) && !roleHeads.has(fold(head.text))) return 0
  let from = np.owner ? np.owner.to + 1 : np.from
  while (from < np.head && /^(?:DET)$/.test(sentence.tokens[from]!.upos)) from++
  if (inside.length && !np.owner) from = inside.at(-1)!.to
  const title = textOf(scene.discourse.text, sentence, from, np.to).replace(/^[-\s]+/, '')
  const owner = np.owner?.spans[0]?.referent
  const seat =
    (owner && /^(?:organization|government)$/.test(owner.kind) ? owner : undefined) ??
    seatOf(scene, inside.at(-1))
  let end = k + 1
  const prep = units[end]
  let found: Referent | undefined
  let reach = k
  if (
    prep?.type === 'prep' &&
    /^(?:of|for|at|in|with|to)$/.test(prep.word) &&
    units[end + 1]?.type === 'np'
  ) {
    const place = units[end + 1] as NounPhrase
    const referent = place.spans[0]?.referent
    if (
      referent &&
      /^(?:organization|government|group)$/.test(referent.kind) &&
      !(
        referent.kind === 'group' &&
        referent.noun !== 'panel' &&
        referent.noun !== 'delegation' &&
        referent.noun !== 'team'
      )
    ) {
      found = referent
      reach = end + 1
    }
    if (
      referent?.kind === 'paper' &&
      /^(?:study|project|report|survey|inquiry)$/.test(
        referent.noun ?? fold(referent.name).split(' ').at(-1)!,
      )
    ) {
      found = referent
      reach = end + 1
    }
    if (place.owner?.spans[0]?.referent?.kind === 'organization' && referent?.kind === 'group')
      found = undefined
    // "chairman of the project's panel of twelve", "chief of staff at the ministry"
    if (!found) {
      const further = units[end + 2]
      if (further?.type === 'prep' && units[end + 3]?.type === 'np') {
        const later = (units[end + 3] as NounPhrase).spans[0]?.referent
        if (later && /^(?:organization|government)$/.test(later.kind)) {
          found = later
          reach = end + 3
        }
      }
      const ownerOf = place.owner?.spans[0]?.referent
      if (!found && ownerOf?.kind === 'organization') {
        found = ownerOf
        reach = end + 1
      }
    }
    end += 2
  }
  // "Ghana's ambassador to the United Nations" serves Ghana
  const org = prep?.type === 'prep' && prep.word === 'to' ? (seat ?? found) : (found ?? seat)
  if (!org) return prep?.type === 'prep' ? end : 0
  emit(scene, who, org, title, [quoteFrom, reach])
  return Math.max(end, reach + 1)
}

/** "The head of the fund, Kirill Dmitriev, said": the office first, then the name. */
function announced(scene: Scene, np: NounPhrase, at: number): void {
  const { units } = scene.reading
  if (np.name || np.time || units[at - 1]?.type === 'comma') return
  const head = scene.reading.sentence.tokens[np.head]
  if (
    !head ||
    !(roleHeads.has(fold(head.lemma)) || roleHeads.has(fold(head.text))) ||
    head.xpos === 'NNS'
  )
    return
  let k = at + 1
  if (units[k]?.type === 'prep' && units[k + 1]?.type === 'np') k += 2
  if (units[k]?.type !== 'comma') return
  const name = units[k + 1]
  const person = name?.type === 'np' ? personOf(name) : undefined
  if (!person || (name as NounPhrase).inner.length > 1 || (name as NounPhrase).owner) return
  const close = units[k + 2]
  if (close && close.type !== 'comma' && close.type !== 'stop') return
  office(scene, np, at, person.referent!, k + 1)
}

/** "X is the head of Y", "X became president of Y", "X serves as Y's spokesman" */
function becomes(scene: Scene, clause: Clause): void {
  const { units } = scene.reading
  const lemma = clause.verb.lemma
  if (
    clause.verb.negated ||
    (clause.verb.modal && clause.verb.modal !== 'will') ||
    clause.opener === 'if'
  )
    return
  const at =
    clause.complement ??
    (lemma === 'become' || lemma === 'remain'
      ? clause.objects[0]
      : clause.preps.find((p) => p.word === 'as')?.args[0])
  if (at === undefined || !/^(?:be|become|remain|serve|work)$/.test(lemma) || clause.verb.modal)
    return
  const np = units[at]
  const subject = clause.subjects.length === 1 ? units[clause.subjects[0]!] : undefined
  if (np?.type !== 'np' || subject?.type !== 'np') return
  const who = subject.spans[0]?.referent
  if (who?.kind !== 'person') return
  office(scene, np, at, who, clause.subjects[0]!)
}

function emit(
  scene: Scene,
  who: Referent,
  org: Referent,
  title: string | undefined,
  units: readonly number[],
): void {
  if (who === org) return
  scene.drafts.push({
    relation: 'holds_role',
    from: who,
    to: org,
    ...(title && { title: title.trim() }),
    ...quote(scene, units),
    stance: 'asserted',
    sources: [],
    deniedBy: [],
    sentence: scene.reading.index,
  })
}

export const isPersonName = (span: Span): boolean => span.kind === 'person' && span.form === 'name'
