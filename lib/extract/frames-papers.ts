/** Verbs with a paper on one side: who wrote, changed, signed or published it, whom it went to, what it grew from. */
import { table } from './frame-table'

export const paperVerbs = [
  ...table(
    'authored',
    `
    write, draft, author, co-author, coauthor, cowrite, pen, compose, devise, formulate, compile, co-write, prepare, craft, produce: subject > object [apg>t]
    draw up, carry out: subject > object [a>t]
    move: subject > object [a>t]
    hammer out, thrash out, work out, iron out, cobble together, piece together, put together, set out: subject > object [a>t]
    lead, conduct: subject > object [a>t]
    file, lodge, initiate, circulate, issue, dictate, pen, tweet, record, direct, film, organize, organise, start, launch: subject > object [a>t]
    draft, write, co-write, co-author, cowrite, coauthor, co-written: with > object [ao>t]
    propose, table, unveil, introduce, sketch, outline: subject > object [a>t]
    submit, offer: subject > object [a>t] +draft
    put forward, put forth: subject > object [a>t]
  `,
  ),
  ...table(
    'presented',
    `
    present, submit, deliver, hand, show, offer, transmit, forward, pass, send, circulate, unveil, distribute, give, convey, read, pitch: object > to [t>a]
    share: object > with|to [t>a]
    present, provide, supply, issue, serve: with > object [t>a]
    address, copy, email, e-mail, mail, post, wire, fax, refer, return, table, entrust, feed, slip, relay, dispatch: object > to [t>a]
    lay, place, put, set, table, bring: object > before [t>a]
    lodge, file, deposit: object > with|to [t>a]
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
    grow, come, emerge, arise, develop, evolve: out_of > subject [te>t]
    incorporate, fold, integrate, merge, absorb, work, write, build: object > into [te>t]
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
    relax, loosen, tighten, reform: subject > object [a>t]
    insert, add, attach, append: subject > to|into|in [a>t]
  `,
  ),
  ...table(
    'signed',
    `
    sign, ratify, approve, pass, adopt, enact, cosign, co-sign, initial, countersign, conclude, ink, seal, clinch, rubber-stamp: subject > object [a>t]
    pass, clear: object > subject [og>t]
    pass, enact: in > object [o>t]
    reach, strike, sign, conclude, agree, initial, ink: between > object [a>t]
    sign off, sign up: subject > on|to [a>t]
    agree: subject > to|on|object|upon [a>t]
    accept: subject > object [a>t]
    reach, strike, secure: subject > object [a>t]
    consent, accede: subject > to [a>t]
    vote: subject > for [a>t]
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
]
