/** Verbs of stand and deed: who backed, refused, named, blamed, struck, bought or leads whom. */
import { table } from './frame-table'

export const standVerbs = [
  ...table(
    'backed',
    `
    back, support, endorse, welcome, champion, favour, favor, embrace, defend, promote, advocate, applaud, sponsor, second, espouse, hail, praise, commend, laud, uphold: subject > object [a>atxe]
    fund, finance, bankroll, co-sponsor, cosponsor: subject > object [a>atxe]
    bring forward, put forward: subject > object [a>tx]
    call, push, lobby, campaign, press, fight, rally, plead, advocate: subject > for [a>txe]
    vote: subject > for [a>pxe]
    side, ally, align: subject > with [a>a]
    vote, speak, argue, rule, decide, testify: subject > in_favor_of|in_favour_of|in_support_of [a>atxe]
    come out: subject > for|in_favor_of|in_favour_of|in_support_of [a>atxe]
    vouch, stump, petition, agitate, appeal, vote: subject > for [a>atx]
    stand, rally: subject > by|behind [a>atx]
    underwrite, subsidize, subsidise, sponsor: subject > object [ao>atxe]
    want, prefer: subject > object [a>t] -to
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
    attack: subject > object [po>tx]
    attack: subject > object [a>a]
    vote, campaign, rally, rail, lobby, speak, protest, argue, warn-: subject > against [a>atxe]
    speak out, hit out, lash out, come out, hit back: subject > against|at [a>atx]
    take issue: subject > with [a>atx]
    object: subject > to [a>txe]
    oppose: object > to [a>atxe]
    turn down, rule out, push back, vote down, strike down, throw out, shoot down: subject > object|against|on [a>atx]
    defeat, reject, block: in > object [o>t]
    block, overrule, overturn, quash, annul, void, invalidate, defeat, nullify, rescind, repeal, revoke, disallow, torpedo, derail, halt: subject > object [a>tx]
    kill: subject > object [a>t]
    deny: subject > object [a>tx] +request
    overrule, defy, disobey: subject > object [a>a]
    call off: subject > object [a>tx]
    cancel, terminate, axe, shelve, ditch, abandon, renounce, tear up: subject > object [a>tx]
    fight, contest, challenge: subject > object [a>t]
    withdraw, pull, walk: subject > from [a>te]
    pull, walk, drop, opt, crash, back, bow: subject > out_of [a>te]
  `,
  ),
  ...table(
    'described',
    `
    describe, characterize, characterise, portray, depict, paint, denounce-, hail-, dismiss-, regard, cast: subject > object [at>atxe] called
    call, dub, label, brand, term, deem, declare, nickname, consider: subject > object [at>atxe] called
    refer: subject > to [at>atxe] called
    liken: subject > object [a>atxe]
  `,
  ),
  ...table(
    'denied',
    `
    deny, refute, rebut, contradict, disown: subject > object [a>ptx]
    dispute: subject > object [a>tx]
    plead guilty: subject > to [a>tx]
  `,
  ),
  ...table(
    'accused',
    `
    accuse, blame, sue, indict, fault, implicate, denounce-, prosecute, impeach: subject > object [a>a]
    blame: subject > on [a>a]
    charge: subject > object [avog>pogv]
  `,
  ),
  ...table(
    'acted_against',
    `
    arrest, attack, sanction, expel, detain, kill, jail, imprison, bomb, raid, capture, ban, suspend, oust, sack, deport, extradite, execute, assassinate, poison, torture, hack, invade, blockade, evict, exile, fine, penalize, penalise, blacklist, convict, sentence, kidnap, abduct, ambush, shell, storm, besiege, overthrow, topple, murder, injure, wound, punish, censure, shoot, outlaw, assault, banish, disqualify, harass, persecute, strike, bombard, demote, disbar, behead, hang, lynch, interrogate, seize, discipline, quarantine, subpoena, dethrone, unseat, occupy, hit: subject > object [a>a]
    fire, dismiss, remove, purge: subject > object [a>pg]
    recall: subject > object [v>p]
    strip: subject > object [a>p]
    shot: subject > object [a>a]
    find guilty, gun down: subject > object [a>a]
    raid, bomb, hack, deface, bombard, ban, block, shut: subject > object [a>x]
    attack: subject > object [vg>x]
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
    take, build, amass, increase, raise, secure, gain, win, get: subject > object [apog>o] +stake
    sell: to > object [apog>o]
  `,
  ),
  ...table(
    'holds_role',
    `
    head, chair, captain, manage, lead, run, found, co-found, represent, coach, co-chair, vice-chair, edit: subject > object [p>ov]
    head, chair, lead, co-chair: subject > object [p>g]
    work: subject > for|at [p>ov]
    teach, lecture, serve: subject > at [p>o]
    command: subject > object [p>o]
    sit, serve: subject > on|in [p>o]
    belong: subject > to [p>o]
    preside: subject > over [p>o]
  `,
  ),
]
