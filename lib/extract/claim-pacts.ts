/** Who a deal binds where no verb says that it was signed: “Norway's deal with Iceland”, “under the deal with Iceland, Norway will”. */
import { type Filler, fillers, ownerFillers } from './arguments'
import { pushNoun } from './claim-nouns'
import type { Clause } from './clause'
import { fold } from './lexicon'
import { nounSides } from './noun-sides'
import type { NounPhrase } from './phrase'
import { actorKinds, type Scene } from './scene'
import { nounStance } from './stance-noun'
import { verbFrames } from './verb-frames'

const pacts = new Set(
  'deal agreement treaty pact accord contract settlement truce ceasefire cease-fire memorandum'.split(
    ' ',
  ),
)
const announcing = /^(?:announce|have|confirm|unveil|finali[sz]e|win|make|do|land|complete)$/

export function claimPacts(scene: Scene): void {
  const { reading } = scene
  reading.units.forEach((np, at) => {
    if (np.type !== 'np' || np.name) return
    const pact = np.spans[0]?.referent
    if (pact?.kind !== 'paper') return
    if (!pacts.has(fold(reading.sentence.tokens[np.head]?.lemma ?? ''))) return
    const holder = holderOf(scene, at)
    // "signed a deal with Iceland" is the verb's own
    if (holder && !holder.verb.passive && signs(holder)) return
    const partners = partnersOf(scene, holder, at)
    if (!partners.length) return
    const first = boundBy(scene, np, holder, at)
    if (!first.length) return
    const verdict = nounStance(reading, at, holder, false, scene.clauses)
    if (/^(?:none|denied)$/.test(verdict.stance)) return
    for (const party of [...first, ...partners])
      pushNoun(scene, 'signed', party, { referent: pact, at }, at, holder, false, verdict)
  })
}

const signs = ({ verb }: Clause): boolean =>
  verbFrames.get(verb.lemma)?.some((frame) => frame.relation === 'signed') ?? false

const holderOf = ({ clauses }: Scene, at: number): Clause | undefined =>
  [...clauses.values()].find((c) => c.objects.includes(at))

function partnersOf(scene: Scene, holder: Clause | undefined, at: number): Filler[] {
  const own = nounSides(scene.reading, at).get('with')
  const behind = holder?.verb.passive ? undefined : holder?.preps.find((p) => p.word === 'with')
  return fillers(scene.reading, own ?? behind?.args ?? [], actorKinds)
}

/** The owner; who announced it; who acts under it. */
function boundBy(scene: Scene, np: NounPhrase, holder: Clause | undefined, at: number): Filler[] {
  const owner = ownerFillers(np, at, actorKinds)
  if (owner.length) return owner
  if (holder && !holder.verb.passive && announcing.test(holder.verb.lemma))
    return fillers(scene.reading, holder.subjects, actorKinds)
  const before = scene.reading.units[at - 1]
  if (before?.type !== 'prep' || before.word !== 'under') return []
  const acting = [...scene.clauses.values()].find(
    (c) =>
      c.verb.shape === 'finite' &&
      !c.verb.passive &&
      (at === 1 ? c.at > at : c.preps.some((p) => p.args.includes(at))),
  )
  return acting ? fillers(scene.reading, acting.subjects, actorKinds) : []
}
