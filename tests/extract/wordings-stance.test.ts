import { describe, expect, it } from 'vitest'
import { wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  [
    'Anna Berg travelled to Lisbon to meet Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [planned]'],
  ],
  [
    'Anna Berg flew to Lisbon for talks with Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [planned]'],
  ],
  ['Anna Berg is due to meet Luis Ortega on Friday.', ['met: Anna Berg > Luis Ortega [planned]']],
  ['Anna Berg is set to meet Luis Ortega on Friday.', ['met: Anna Berg > Luis Ortega [planned]']],
  [
    'Anna Berg is expected to meet Luis Ortega next week.',
    ['met: Anna Berg > Luis Ortega [planned]'],
  ],
  ['Anna Berg will meet Luis Ortega on Friday.', ['met: Anna Berg > Luis Ortega [planned]']],
  ['Anna Berg has never met Luis Ortega.', ['met: Anna Berg > Luis Ortega [denied]']],
  ['Anna Berg refused to meet Luis Ortega.', ['met: Anna Berg > Luis Ortega [denied]']],
  ['Anna Berg failed to meet Luis Ortega.', ['met: Anna Berg > Luis Ortega [denied]']],
  [
    'Anna Berg denied meeting Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [denied] denied by Anna Berg'],
  ],
  [
    'Anna Berg denied having met Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [denied] denied by Anna Berg'],
  ],
  [
    'Anna Berg denied that she had met Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [denied] denied by Anna Berg'],
  ],
  ['Anna Berg reportedly met Luis Ortega in May.', ['met: Anna Berg > Luis Ortega [hedged]']],
  ['Anna Berg is said to have met Luis Ortega in May.', ['met: Anna Berg > Luis Ortega [hedged]']],
  ['Anna Berg is believed to have met Luis Ortega.', ['met: Anna Berg > Luis Ortega [hedged]']],
  ['Anna Berg allegedly met Luis Ortega.', ['met: Anna Berg > Luis Ortega [hedged]']],
  ['Anna Berg may have met Luis Ortega.', ['met: Anna Berg > Luis Ortega [hedged]']],
  ['Anna Berg ruled out meeting Luis Ortega.', []],
  ['Anna Berg would meet Luis Ortega if Norway asked her.', []],
  [
    'Anna Berg will attend the Lisbon Summit.',
    ['participated: Anna Berg > Lisbon Summit [planned]'],
  ],
  [
    'Anna Berg ordered Luis Ortega to publish the report.',
    ['directed: Anna Berg > Luis Ortega [asserted]', 'published: Luis Ortega > report [planned]'],
  ],
  ['Norway agreed to sign the treaty.', ['signed: Norway > treaty [planned]']],
  ['Norway has yet to ratify the treaty.', []],
  ['Norway did not sign the treaty.', ['signed: Norway > treaty [denied]']],
  ['Norway stopped short of signing the treaty.', []],
  [
    'Microsoft agreed to buy Activision Studios.',
    ['acquired: Microsoft > Activision Studios [planned]'],
  ],
  [
    'Norway to sign treaty with Iceland.',
    ['signed: Iceland > treaty [planned]', 'signed: Norway > treaty [planned]'],
  ],
  [
    'Anna Berg rejected claims that she had met Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [denied] denied by Anna Berg'],
  ],
  [
    'Anna Berg denied allegations that she had pressured Luis Ortega.',
    ['pressured: Anna Berg > Luis Ortega [denied] denied by Anna Berg'],
  ],
  [
    'Norway dismissed reports that it had signed the treaty.',
    ['signed: Norway > treaty [denied] denied by Norway'],
  ],
  [
    'Norway denied a report that Iceland had signed the treaty.',
    ['signed: Iceland > treaty [denied] denied by Norway'],
  ],
  [
    'Reports that Norway had signed the treaty spread on Monday.',
    ['signed: Norway > treaty [hedged]'],
  ],
  ['The claim that Anna Berg met Luis Ortega is false.', []],
  ['There is no evidence that Anna Berg met Luis Ortega.', []],
  ['Anna Berg said she had not met Luis Ortega.', ['met: Anna Berg > Luis Ortega [denied]']],
  ['Anna Berg neither confirmed nor denied meeting Luis Ortega.', []],
  ['It is unclear whether Anna Berg met Luis Ortega.', []],
  ['Anna Berg could have met Luis Ortega.', ['met: Anna Berg > Luis Ortega [hedged]']],
  ['Anna Berg would have met Luis Ortega if he had come.', []],
  ['Anna Berg should meet Luis Ortega.', []],
  ['Anna Berg vowed to sue Luis Ortega.', ['accused: Anna Berg > Luis Ortega [planned]']],
  ['Anna Berg threatened to sue Luis Ortega.', ['accused: Anna Berg > Luis Ortega [planned]']],
  ['Anna Berg plans to sue Luis Ortega.', ['accused: Anna Berg > Luis Ortega [planned]']],
  ['Anna Berg is considering suing Luis Ortega.', []],
  ['Anna Berg no longer backs the treaty.', ['backed: Anna Berg > treaty [denied]']],
  ['Anna Berg has stopped backing the treaty.', []],
  ['Anna Berg did not back the treaty.', ['backed: Anna Berg > treaty [denied]']],
  ['Did Anna Berg meet Luis Ortega?', []],
  ['Anna Berg asked whether Norway had signed the treaty.', []],
  [
    'According to unconfirmed reports, Norway signed the treaty.',
    ['signed: Norway > treaty [hedged]'],
  ],
  ['Norway appears to have signed the treaty.', ['signed: Norway > treaty [hedged]']],
  ['Norway almost signed the treaty.', []],
  ['Norway tried to block the treaty.', ['rejected: Norway > treaty [planned]']],
  ['Norway decided against signing the treaty.', []],
  ['Norway cannot sign the treaty.', []],
  ['Norway will not sign the treaty.', ['signed: Norway > treaty [denied]']],
  ['Norway promised not to sign the treaty.', ['signed: Norway > treaty [denied]']],
  ['Anna Berg wanted Luis Ortega to sign the treaty.', []],
  ['Unless Norway signs the treaty, Iceland will sue.', []],
  ['Anna Berg apologised for not meeting Luis Ortega.', ['met: Anna Berg > Luis Ortega [denied]']],
  [
    'Neither Norway nor Iceland signed the treaty.',
    ['signed: Iceland > treaty [denied]', 'signed: Norway > treaty [denied]'],
  ],
  [
    'Norway sent Anna Berg to meet Luis Ortega.',
    ['directed: Norway > Anna Berg [asserted]', 'met: Anna Berg > Luis Ortega [planned]'],
  ],
  ['Norway has until Friday to sign the treaty.', []],
  ["Norway's refusal to sign the treaty angered Iceland.", ['signed: Norway > treaty [denied]']],
  [
    'Anna Berg, a former judge, was named on Monday to head the inquiry into the collapse of Norcare AB.',
    [],
  ],
  [
    'According to the Financial Times, Kelvar Mining is in talks to buy Norcare AB.',
    ['acquired: Kelvar Mining > Norcare AB [planned]'],
  ],
  [
    'Norwegian and Icelandic officials are to meet in Geneva next week.',
    ['met: Norwegian officials > Icelandic officials [planned]'],
  ],
  [
    'The United Nations said its envoy, Anna Berg, would travel to Oslo to meet Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [planned]'],
  ],
  ['Norcare AB withdrew its support for the plan.', ['backed: Norcare AB > plan [denied]']],
  ['Norway seized a ship belonging to Kelvar Mining.', []],
  ['Iceland left. Norway said it would sign the treaty.', ['signed: Norway > treaty [planned]']],
]

describe('wordings of plans, hedges, denials and what claims nothing', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
