/** What nouns say: “a meeting between A and B”, “advice to”, “criticism of”. */
import { index, nounTable } from './frame-table'

/** Nouns: `owner` is who has it ("Trump's visit", or the subject of "held talks"), else the word before. */
export const nounFrames = index([
  ...nounTable(
    'acted_against',
    `
    arrest, detention, killing, dismissal, firing, sacking, expulsion, suspension, poisoning, murder: owner|by > of [a>p]
  `,
  ),
  ...nounTable(
    'met',
    `
    meeting, summit, dinner, lunch, breakfast, encounter, audience, sit-down, get-together: owner|between|of > with|between [a>a] mutual
    visit, trip: owner|by|of > to|with [a>pg]
    talk, discussion: owner|between > with|between [a>a] mutual
  `,
  ),
  ...nounTable(
    'spoke',
    `
    call, conversation, phone call, exchange, correspondence, chat, consultation, contact: owner|between > with|between|to [a>a] mutual
    message, text, email, e-mail, letter, pleasantry: owner > with [a>a] mutual
    interview: owner|with > with|to [a>oa] mutual
    remark, comment: owner > to [a>a] mutual
    evidence, testimony, briefing: owner > to|before [a>ogv]
  `,
  ),
  ...nounTable(
    'negotiated',
    `
    negotiation, mediation: owner|between > with|between [a>a] mutual
  `,
  ),
  ...nounTable(
    'participated',
    `
    participation, involvement, attendance, appearance, presence: owner|of|by > in|at [a>e]
  `,
  ),
  ...nounTable(
    'advised',
    `
    advice, counsel, guidance, recommendation: owner|by|from|of > to [a>a]
  `,
  ),
  ...nounTable(
    'directed',
    `
    assignment, appointment, nomination, deployment, dispatch: owner|by > of [a>pog]
    order, instruction, request, directive: owner|by|from|of > to [a>a]
  `,
  ),
  ...nounTable(
    'pressured',
    `
    pressure: owner|from|by > on|upon [a>a]
    warning, threat, ultimatum, appeal, plea, demand: owner|by|from > to|against [a>a]
    call: owner|by|from > on|upon [a>a]
    call, demand, appeal, plea: owner|by|from > for [a>a] +to
  `,
  ),
  ...nounTable(
    'authored',
    `
    offer, bid, counteroffer, counter-offer, counterproposal, counter-proposal, compromise, amendment, petition, complaint, submission, review, audit, analysis, survey, assessment, statement, motion, lawsuit, filing, ruling, research, poll, letter, report, draft, study, book, op-ed, memorandum, essay, paper, manifesto, novel, article, post, blog post, poem, song, film, video: by > self [apog>t]
    draft, letter, report, memo, proposal, offer, bid, statement, petition, complaint, submission, email, e-mail, message, note, counterproposal, counter-proposal, plan, compromise, review, audit: by|from > self [apog>t]
  `,
  ),
  ...nounTable(
    'presented',
    `
    letter, proposal, report, memo, submission, petition, offer, statement, email, e-mail, message, note, dossier, memorandum, filing, complaint, application, cable, dispatch, brief, counter-proposal, counterproposal: self > to|before [t>a]
    presentation, submission, delivery, transfer: of|owner > to [t>a]
  `,
  ),
  ...nounTable(
    'rejected',
    `
    criticism, condemnation, rejection, opposition, objection, denunciation, veto, resistance, rebuke, dismissal: owner|by|from > of|to|against [a>atxe]
    vote: owner|by > against [a>tx]
  `,
  ),
  ...nounTable(
    'backed',
    `
    support, backing, endorsement, praise, approval, sponsorship, advocacy, blessing: owner|by|from > for|of|to|behind [a>atxe]
    call: owner|by|from > for [a>txe]
    weight: owner > behind [a>atx]
    confidence, faith, trust: owner|by|from > in [a>atx]
    vote: owner|by > for [a>tpx]
  `,
  ),
  ...nounTable(
    'published',
    `
    publication, release, reporting, leak, disclosure: by|owner > of|owner [a>t]
    report: by > about [o>t]
  `,
  ),
  ...nounTable(
    'acted_against',
    `
    arrest, detention, killing, assassination, expulsion, imprisonment, deportation, murder, jailing, poisoning, ouster, dismissal, firing, suspension, sacking, kidnapping, abduction: by > of|owner [a>a]
    attack, strike, assault, raid, crackdown, sanction, offensive, campaign, war, invasion, airstrike, embargo, blockade: owner|by|of > on|against [a>a]
    invasion, occupation, bombing, shelling, siege: owner|by > of [a>va]
  `,
  ),
  ...nounTable(
    'accused',
    `
    accusation, lawsuit, legal action, legal proceeding, legal challenge, proceeding, allegation, complaint, suit, charge, indictment, case: owner|by|from > against [a>a]
  `,
  ),
  ...nounTable(
    'acquired',
    `
    acquisition, takeover, purchase, buyout: owner|by > of [apog>o]
    merger: owner|between|of > with|between [o>o] mutual
    investment: owner|by > in [apog>o]
    bid, offer, takeover bid, takeover offer: owner|by|from > for [o>o]
  `,
  ),
  ...nounTable(
    'signed',
    `
    agreement, deal, treaty, pact, accord, contract, memorandum: between > self [a>t]
  `,
  ),
  ...nounTable(
    'revised',
    `
    amendment, revision, change, edit, alteration, modification: owner|by > to|of [a>t]
  `,
  ),
])
