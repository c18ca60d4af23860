/** Words that carry a frame without being one: light verbs, parts of a paper, compounds, what a paper is based on. */

/** "held talks", "offered advice": the verb lends its subject to the noun, and its prepositions. */
export const lightVerbs = new Set(
  'hold chair host convene exchange have offer give make take conduct issue launch lend express voice provide deliver receive get stage pay exert put impose file bring lodge announce carry seek win enjoy arrange schedule plan order reiterate repeat show throw begin start open resume end continue attend initiate cast mount sign wage undertake pursue sustain consider mull weigh threaten prepare contemplate propose increase intensify tighten ramp step renew maintain repeat'.split(
    ' ',
  ),
)
/** Parts of a paper: changing "the elements of the draft" changes the draft. */
export const partNouns = new Set(
  'extract excerpt summary copy transcript stake shareholding share element point part provision clause section term version text line article passage language copy content contents wording page chapter detail aspect portion paragraph item condition draft development progress origin outline result finding'.split(
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
