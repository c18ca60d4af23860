/** Verbs between actors: who met, spoke to, advised, directed or pressed whom, and who took part in what. */
import { table } from './frame-table'

export const encounterVerbs = [
  ...table(
    'met',
    `
    meet, encounter: subject > object|with [a>a] mutual
    huddle, dine, lunch, rendezvous, convene: subject > with [a>a] mutual
    host, receive, greet: subject > object [a>pg]
    welcome: subject > object [a>p]
    visit: subject > object [a>pg]
    sit down, sat down: subject > with [a>a]
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
    confide, complain, respond, reply: subject > in|to [pg>a]
    apologize, apologise: subject > to [a>a]
    testify: subject > to|before [pg>ogv]
    question, quiz, grill, debrief: subject > object [a>a]
  `,
  ),
  ...table(
    'negotiated',
    `
    negotiate, bargain, haggle, mediate: subject > with [a>a] mutual
    mediate, broker, negotiate: between > between [a>a] mutual
  `,
  ),
  ...table(
    'participated',
    `
    attend, boycott-: subject > object [a>e]
    participate, partake, compete, speak, appear, perform, testify, play: subject > in|at [a>e]
    appear: subject > before [a>e]
    gather, assemble: subject > for|at [a>e]
    take part, sit in: subject > in|on [a>e]
    mediate, facilitate, co-host, co-chair, oversee, observe, monitor: subject > object [a>e]
    preside: subject > over [a>e]
    join, chair, host, organize, organise, convene, moderate, headline, lead, win, contest, lose, fight: subject > object [a>e]
    join: subject > in [a>e]
    tell, address, brief: subject > object [a>e]
    testify: subject > before|to [a>e]
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
    appoint, reappoint, nominate, hire, recruit, enlist, designate, install, dispatch, deploy, summon, elevate: subject > object [a>pog]
    send: subject > object [a>pg]
    bring in, call in, draft in: subject > object [a>pog]
    name, pick, choose, select, tap, promote: subject > object [a>p]
    ask, request, tell, require: subject > object [a>a] +to
    force, compel, oblige: subject > object [a>a] +to
    put: subject > object [a>p]
  `,
  ),
  ...table(
    'pressured',
    `
    pressure, urge, threaten, warn, lobby, coerce, bully, implore, beseech, pester, caution, admonish, challenge, blackmail, intimidate: subject > object [a>a]
    press, push, encourage, exhort, prod, nudge, persuade, convince: subject > object [a>a] +to
    press: subject > object [a>a]
    call: subject > on|upon [a>a]
    call, push, press: subject > for [a>a] +to
    demand: subject > of|from [a>a]
    appeal, plead: subject > to|with [a>a]
    lean: subject > on [a>a]
    remonstrate: subject > with [a>a]
    beg, nag, hector, cajole, goad, badger, hound: subject > object [a>a]
    petition: subject > object [a>a]
  `,
  ),
]
