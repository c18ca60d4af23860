/**
 * Frames: a verb or noun, where its two sides stand, and the relation it makes. One line each, so that a new
 * wording is one line. Slots are tried in order: "object|with" takes the object, else the phrase behind "with".
 */
import type { EntityKind } from '../schema'

type Slot = string
export type Frame = {
  relation: string
  from: readonly Slot[]
  to: readonly Slot[]
  /** Needed behind the verb: "call on", "water down". */
  particle?: string
  fromKinds?: ReadonlySet<EntityKind>
  toKinds?: ReadonlySet<EntityKind>
  /** Only before "to" + verb ("asked X to"), or only where none follows. */
  infinitive?: boolean
  /** A phrase behind "as", or a second object, must say what it is called. */
  called?: boolean
  /** The two sides may be one list: "A and B met". */
  mutual?: boolean
}

const kinds = (letters: string): ReadonlySet<EntityKind> =>
  new Set(
    [...letters].flatMap(
      (l) =>
        ({
          a: ['person', 'organization', 'government', 'group'],
          p: ['person'],
          o: ['organization'],
          v: ['government'],
          g: ['group'],
          t: ['paper'],
          e: ['event'],
          x: ['other'],
          l: ['place'],
        })[l] as EntityKind[],
    ),
  )

/** `words: from > to [from kinds > to kinds] flags` */
function table(relation: string, lines: string): [string, Frame][] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const match = /^(.*?): (\S+) > (\S+)(?: \[(\w*)>(\w*)\])?(.*)$/.exec(line.trim())
      if (!match) throw new Error(`frames: cannot read "${line}"`)
      const [, words, from, to, fromKinds, toKinds, rest] = match
      const flags = rest!.trim().split(/\s+/)
      return words!.split(', ').map((word): [string, Frame] => {
        const [lemma, particle] = word.split(' ')
        return [
          lemma!,
          {
            relation,
            from: from!.split('|'),
            to: to!.split('|'),
            ...(particle && { particle }),
            ...(fromKinds && { fromKinds: kinds(fromKinds) }),
            ...(toKinds && { toKinds: kinds(toKinds) }),
            ...(flags.includes('+to') && { infinitive: true }),
            ...(flags.includes('-to') && { infinitive: false }),
            ...(flags.includes('called') && { called: true }),
            ...(flags.includes('mutual') && { mutual: true }),
          },
        ]
      })
    })
}

function index(rows: [string, Frame][]): ReadonlyMap<string, readonly Frame[]> {
  const map = new Map<string, Frame[]>()
  for (const [lemma, frame] of rows) map.set(lemma, [...(map.get(lemma) ?? []), frame])
  return map
}

export const verbFrames = index([
  ...table(
    'met',
    `
    meet, encounter: subject > object|with [a>a] mutual
    huddle, dine, lunch, rendezvous, convene: subject > with [a>a] mutual
    host, receive, greet: subject > object [a>pg]
    welcome: subject > object [a>p]
    visit: subject > object [a>pog]
    sit down: subject > with [a>a]
  `,
  ),
  ...table(
    'spoke',
    `
    speak, talk, chat, converse, confer: subject > with|to [a>a] mutual
    consult: subject > with|object [a>a]
    phone, telephone, call, text, email, contact, interview, ring: subject > object [a>pog]
    write: subject > to [a>a]
    discuss, debate, coordinate: subject > with [a>a]
    tell, inform, notify, alert, brief, assure, reassure: subject > object [a>a] -to
    confide, complain, respond, reply, apologize, apologise: subject > in|to [pg>a]
    testify: subject > to|before [pg>ogv]
    question, quiz, grill, debrief: subject > object [a>a]
  `,
  ),
  ...table(
    'negotiated',
    `
    negotiate, bargain, haggle, mediate: subject > with [a>a] mutual
    mediate, broker: between > between [a>a] mutual
  `,
  ),
  ...table(
    'participated',
    `
    attend, boycott-: subject > object [a>e]
    participate, partake, compete, speak, appear, perform, testify, play: subject > in|at [a>e]
    take part, sit in: subject > in|on [a>e]
    mediate, facilitate, co-host, co-chair, oversee, observe, monitor, open: subject > object [a>e]
    preside: subject > over [a>e]
    join, chair, host, organize, organise, convene, moderate, headline, lead, win, contest: subject > object [a>e]
    join: subject > in [a>e]
  `,
  ),
  ...table(
    'advised',
    `
    advise, counsel, coach, mentor: subject > object [a>a]
    advise: subject > on [a>a]
  `,
  ),
  ...table(
    'directed',
    `
    order, direct, instruct, command, task, assign, authorize, authorise, commission, deputize, deputise, oblige: subject > object [a>a]
    appoint, nominate, hire, recruit, designate, install, dispatch, deploy, summon, elevate: subject > object [a>pog]
    send: subject > object [a>pg]
    name, pick, choose, select, tap, promote: subject > object [a>p]
    ask, request, tell, allow, permit, require: subject > object [a>a] +to
    force, compel, oblige: subject > object [a>a] +to
    put: subject > object [a>p]
  `,
  ),
  ...table(
    'pressured',
    `
    pressure, urge, threaten, warn, lobby, coerce, bully, implore, beseech, pester, caution, admonish, challenge, blackmail, intimidate: subject > object [a>a]
    press, push, encourage, exhort, prod, nudge, prompt: subject > object [a>a] +to
    press: subject > object [a>a]
    call: subject > on|upon [a>a]
    demand: subject > of|from [a>a]
    appeal, plead: subject > to|with [a>a]
    lean: subject > on [a>a]
    remonstrate: subject > with [a>a]
    beg, nag, hector, cajole, goad, badger, hound: subject > object [a>a]
    petition: subject > object [a>a]
  `,
  ),
  ...table(
    'authored',
    `
    write, draft, author, co-author, coauthor, cowrite, pen, compose, devise, formulate, compile, co-write, prepare, craft, produce: subject > object [apg>t]
    draw up: subject > object [a>t]
    move: subject > object [a>t]
    hammer out, thrash out, work out, iron out, cobble together, piece together, put together, set out: subject > object [a>t]
    lead, conduct: subject > object [a>t]
    file, lodge, initiate, circulate, issue, dictate, pen, tweet, record, direct, film, organize, organise, start, launch: subject > object [a>t]
    draft, write, co-write, co-author, cowrite, coauthor, co-written: with > object [ao>t]
    propose, table, unveil, introduce, submit, offer, sketch, outline: subject > object [a>t]
    put forward, put forth: subject > object [a>t]
  `,
  ),
  ...table(
    'presented',
    `
    present, submit, deliver, hand, show, offer, transmit, forward, pass, send, circulate, unveil, distribute, give, convey, read, pitch: object > to [t>a]
    share: object > with|to [t>a]
    address, email, e-mail, mail, post, wire, fax, refer, return, table, entrust, feed, slip, relay, dispatch: object > to [t>a]
    lay, place, put, set, table, bring: object > before [t>a]
    lodge, file, deposit, leave: object > with|to [t>a]
    go, head, move: subject > to|before [t>ov]
    leak, provide: object > to [t>a]
    receive, obtain, get: object > subject [t>a]
  `,
  ),
  ...table(
    'shaped',
    `
    shape, forge, craft, develop: during|in|at > object [e>t]
    shape, inspire, influence, inform, underpin, mould, mold, guide, fuel, drive, prompt, spawn, produce: subject > object [teoavpg>t]
    base, model, pattern, ground, predicate: on > object [tex>tx]
    found, build: on > object [te>t]
    root: in > object [te>t]
    adapt, derive, copy, borrow, lift, distil, distill, crib, translate: from > object|subject [te>t]
    draw: on|from|upon > subject [te>t]
    stem, originate, emerge, evolve, grow, result, arise: from|of > subject [te>t]
    build, expand: on|upon > subject [te>t]
    broker, mediate: subject > object [a>t]
    contribute, lead, feed, pave: subject > to|into [te>t]
    result, culminate: subject > in [te>t]
    become: subject > complement|object [t>t]
    evolve, expand, turn, develop, morph, transform, grow: subject > into [t>t]
    incorporate, mirror, reproduce, adopt: object > subject [t>t]
  `,
  ),
  ...table(
    'revised',
    `
    revise, amend, change, modify, alter, edit, rewrite, redraft, rework, overhaul, tweak, update, soften, dilute, gut, strip, redline, adjust, refine, weaken, toughen, remove, delete, cut, drop, scrap, trim, strengthen, renegotiate, finalize-: subject > object|from [a>t]
    water down, tone down: subject > object [a>t]
    extend, restore, recast, restructure, reword, rephrase, shorten, lengthen, widen, narrow, harden, simplify, sweeten, improve, raise, correct, redraft, recalibrate: subject > object [a>t]
    insert, add, attach, append: subject > to|into|in [a>t]
  `,
  ),
  ...table(
    'signed',
    `
    sign, ratify, approve, pass, adopt, enact, cosign, co-sign, initial, countersign, conclude, ink, seal, clinch, rubber-stamp: subject > object [a>t]
    sign off, sign up: subject > on|to [a>t]
    agree: subject > to|on|object|upon [a>t]
    accept: subject > object [a>t]
    reach, strike, secure: subject > object [a>t]
    consent, accede: subject > to [a>t]
    vote: subject > for [a>t]
  `,
  ),
  ...table(
    'backed',
    `
    back, support, endorse, welcome, champion, favour, favor, embrace, defend, promote, advocate, applaud, sponsor, second, espouse, hail, praise, commend, laud, uphold: subject > object [a>atxe]
    fund, finance, bankroll, co-sponsor, cosponsor: subject > object [a>atxe]
    bring forward, put forward: subject > object [a>tx]
    call, push, lobby, campaign, press, fight, rally, plead, advocate: subject > for [a>txe]
    vote: subject > for [a>pxe]
    side, ally, align: subject > with [a>a]
    vouch, stump, petition, agitate, appeal, vote: subject > for [a>atx]
    stand, rally: subject > by|behind [a>atx]
    underwrite, subsidize, subsidise, sponsor: subject > object [ao>atxe]
    want, prefer, co-sign: subject > object [a>t]
    green-light, greenlight: subject > object [a>x]
    rally, stand, unite: subject > behind|around [a>atx]
    recommend: subject > object [a>tx]
    donate, subscribe: subject > to [a>aot]
  `,
  ),
  ...table(
    'rejected',
    `
    reject, oppose, refuse, veto, criticize, criticise, condemn, denounce, dismiss, rebuff, spurn, slam, blast, decry, repudiate, disavow, boycott, rebuke, lambast, lambaste, deplore, scorn, deride, ridicule, chide, berate, castigate, shun, resist, protest, snub, rubbish, reprimand, attack-: subject > object [a>atxe]
    vote, campaign, rally, rail, lobby, speak, protest, argue, warn-: subject > against [a>atxe]
    speak out, hit out, lash out: subject > against|at [a>atx]
    object: subject > to [a>txe]
    turn down, rule out, push back, vote down, strike down, throw out, shoot down: subject > object|against|on [a>atx]
    block, overrule, overturn, quash, annul, void, invalidate, defeat, nullify, rescind, repeal, revoke, disallow, torpedo, derail, halt, kill: subject > object [a>tx]
    overrule, defy, disobey: subject > object [a>a]
    call off: subject > object [a>tx]
    cancel, terminate, axe, shelve, ditch, abandon, renounce, tear up: subject > object [a>tx]
    fight, contest, challenge: subject > object [a>t]
    withdraw, pull, walk: subject > from [a>te]
  `,
  ),
  ...table(
    'published',
    `
    publish, release, leak, print, post, broadcast, air, disclose, reveal: subject > object [a>t]
    publish: in|by > object [o>t]
    report: subject > object [o>t]
    launch: subject > object [a>t]
  `,
  ),
  ...table(
    'described',
    `
    describe, characterize, characterise, portray, depict, paint, denounce-, hail-, dismiss-, regard-, cast: subject > object [a>atxe] called
    call, dub, label, brand, term, deem, declare, nickname: subject > object [a>atxe] called
  `,
  ),
  ...table(
    'denied',
    `
    deny, refute, rebut, contradict, disown: subject > object [a>ptx]
    dispute: subject > object [a>tx]
  `,
  ),
  ...table(
    'accused',
    `
    accuse, blame, sue, indict, fault, implicate, denounce-, prosecute, impeach: subject > object [a>a]
    charge: subject > object [avog>pogv]
  `,
  ),
  ...table(
    'acted_against',
    `
    arrest, attack, sanction, expel, detain, kill, jail, imprison, bomb, raid, capture, ban, suspend, oust, sack, deport, extradite, execute, assassinate, poison, torture, hack, invade, blockade, evict, exile, fine, penalize, penalise, blacklist, convict, sentence, kidnap, abduct, ambush, shell, storm, besiege, overthrow, topple, murder, injure, wound, punish, censure, shoot, outlaw, assault, beat, banish, disqualify, harass, persecute, target, strike, bombard, demote, disbar, behead, hang, lynch, interrogate, seize, discipline, quarantine, subpoena, dethrone, unseat, occupy, hit: subject > object [a>a]
    fire, dismiss, remove, recall, purge: subject > object [a>pg]
    raid, bomb, hack, deface, attack, bombard, ban, block, shut: subject > object [a>x]
    crack down: subject > on [a>a]
    launch, file-: subject > against [a>a]
  `,
  ),
  ...table(
    'acquired',
    `
    acquire, buy, purchase, absorb, annex-: subject > object [apog>o]
    take over, snap up, buy out: subject > object [apog>o]
    merge: subject > with|into [o>o] mutual
    invest: subject > in [apog>o]
    sell: to > object [apog>o]
  `,
  ),
  ...table(
    'holds_role',
    `
    head, chair, captain, manage, lead, run, found, co-found, represent, coach, co-chair, vice-chair, edit: subject > object [p>ov]
    work: subject > for|at [p>ov]
    teach, lecture, serve: subject > at [p>o]
    sit, serve: subject > on|in [p>o]
    belong: subject > to [p>o]
    preside: subject > over [p>o]
  `,
  ),
])

/** Nouns: `owner` is who has it ("Trump's visit", or the subject of "held talks"), else the word before. */
export const nounFrames = index([
  ...table(
    'met',
    `
    meeting, summit, dinner, lunch, breakfast, encounter, audience, sit-down, get-together: owner|between|of > with|between [a>a] mutual
    visit, trip: owner|by|of > to|with [a>pog]
    talk, discussion: owner|between > with|between [a>a] mutual
  `,
  ),
  ...table(
    'spoke',
    `
    call, conversation, phone call, exchange, correspondence, chat, consultation, contact: owner|between > with|between|to [a>a] mutual
    interview: owner|with > with|to [a>oa]
    evidence, testimony, briefing: owner > to|before [a>ogv]
  `,
  ),
  ...table(
    'negotiated',
    `
    negotiation, mediation: owner|between > with|between [a>a] mutual
  `,
  ),
  ...table(
    'participated',
    `
    participation, involvement, attendance, appearance, presence: owner|of|by > in|at [a>e]
  `,
  ),
  ...table(
    'advised',
    `
    advice, counsel, guidance, recommendation: owner|by|from|of > to [a>a]
  `,
  ),
  ...table(
    'directed',
    `
    assignment, appointment, nomination, deployment, dispatch: owner|by > of [a>pog]
    order, instruction, request, directive: owner|by|from|of > to [a>a]
  `,
  ),
  ...table(
    'pressured',
    `
    pressure: owner|from|by > on|upon [a>a]
    warning, threat, ultimatum, appeal, plea, demand: owner|by|from > to|against [a>a]
  `,
  ),
  ...table(
    'authored',
    `
    offer, bid, counteroffer, counter-offer, counterproposal, counter-proposal, compromise, amendment, petition, complaint, submission, review, audit, analysis, survey, assessment, statement, motion, lawsuit, filing, ruling, research, poll, letter, report, draft, study, book, op-ed, memorandum, essay, paper, manifesto, novel, article, post, blog post, poem, song, film, video: by > self [apog>t]
    draft, letter, report, memo, proposal, offer, bid, statement, petition, complaint, submission, email, e-mail, message, note, counterproposal, counter-proposal, plan, compromise, review, audit: by|from > self [apog>t]
  `,
  ),
  ...table(
    'presented',
    `
    letter, proposal, report, memo, submission, petition, offer, statement, email, e-mail, message, note, dossier, memorandum, filing, complaint, appeal, application, cable, dispatch, brief, counter-proposal, counterproposal: self > to|before [t>a]
    presentation, submission, delivery, transfer: of|owner > to [t>a]
  `,
  ),
  ...table(
    'rejected',
    `
    criticism, condemnation, rejection, opposition, objection, denunciation, veto, resistance, rebuke, dismissal: owner|by|from > of|to|against [a>atxe]
    vote: owner|by > against [a>tx]
  `,
  ),
  ...table(
    'backed',
    `
    support, backing, endorsement, praise, approval, sponsorship, advocacy: owner|by|from > for|of|to [a>atxe]
    call: owner|by|from > for [a>txe]
    vote: owner|by > for [a>tpx]
  `,
  ),
  ...table(
    'published',
    `
    publication, release, reporting, leak, disclosure: by|owner > of|owner [a>t]
    report: by > about [o>t]
  `,
  ),
  ...table(
    'acted_against',
    `
    arrest, detention, killing, assassination, expulsion, imprisonment, deportation, murder, jailing, poisoning, ouster, dismissal, firing, suspension, sacking, kidnapping, abduction: by > of|owner [a>a]
    attack, strike, assault, raid, crackdown, sanction, offensive, campaign, war, invasion, airstrike, embargo, blockade: owner|by|of > on|against [a>a]
    invasion, occupation, bombing, shelling, siege: owner|by > of [a>va]
  `,
  ),
  ...table(
    'accused',
    `
    accusation, lawsuit, allegation, complaint, suit, charge, indictment, case: owner|by|from > against [a>a]
  `,
  ),
  ...table(
    'acquired',
    `
    acquisition, takeover, purchase, buyout: owner|by > of [apog>o]
    merger: owner|between|of > with|between [o>o] mutual
    investment: owner|by > in [apog>o]
  `,
  ),
  ...table(
    'signed',
    `
    agreement, deal, treaty, pact, accord, contract, memorandum: between > self [a>t]
  `,
  ),
  ...table(
    'revised',
    `
    amendment, revision, change: by > to|of [a>t]
  `,
  ),
])

/** "held talks", "offered advice": the verb lends its subject to the noun, and its prepositions. */
export const lightVerbs = new Set(
  'hold have offer give make take conduct issue launch lend express voice provide deliver receive get stage pay exert put impose file bring lodge announce carry seek win enjoy arrange schedule plan order reiterate repeat show throw begin start open resume end continue attend initiate cast mount sign wage undertake pursue sustain step'.split(
    ' ',
  ),
)
/** Parts of a paper: changing "the elements of the draft" changes the draft. */
export const partNouns = new Set(
  'stake share element point part provision clause section term version text line article passage language copy content contents wording page chapter detail aspect portion paragraph item condition draft development progress origin outline result finding'.split(
    ' ',
  ),
)
/** "X-authored proposal": the participle, and the relation from X to the head. */
export const compoundFrames: ReadonlyMap<string, { relation: string; reverse?: true }> = new Map([
  ['authored', { relation: 'authored' }],
  ['drafted', { relation: 'authored' }],
  ['written', { relation: 'authored' }],
  ['proposed', { relation: 'authored' }],
  ['penned', { relation: 'authored' }],
  ['backed', { relation: 'backed' }],
  ['supported', { relation: 'backed' }],
  ['sponsored', { relation: 'backed' }],
  ['funded', { relation: 'backed' }],
  ['endorsed', { relation: 'backed' }],
  ['financed', { relation: 'backed' }],
  ['signed', { relation: 'signed' }],
  ['owned', { relation: 'other' }],
])
/** "served as a key input in crafting the plan" */
export const basisNouns = new Set(
  'input basis foundation blueprint template model inspiration source ingredient precursor framework starting groundwork point'.split(
    ' ',
  ),
)
