/** The bare clause of a claim, "Steve Witkoff advised Yuri Ushakov", and the names in it. */
import { once } from '../graph/once'
import { relationType } from '../ontology'
import type { Case, Claim, Entity, Stance } from '../schema'

/** Past ("met"), plain ("meet") and after "may have" ("met"). */
type Forms = readonly [past: string, plain: string, participle: string]

const irregular: Record<string, Forms> = {
  met: ['met', 'meet', 'met'],
  spoke: ['spoke with', 'speak with', 'spoken with'],
  negotiated: ['negotiated with', 'negotiate with', 'negotiated with'],
  participated: ['took part in', 'take part in', 'taken part in'],
  presented: ['was presented to', 'be presented to', 'been presented to'],
  acted_against: ['acted against', 'act against', 'acted against'],
  declined_comment: ['declined to comment on', 'decline to comment on', 'declined to comment on'],
  denied: ['denied', 'deny', 'denied'],
  directed: ['directed', 'direct', 'directed'],
  authored: ['authored', 'author', 'authored'],
  backed: ['backed', 'back', 'backed'],
  rejected: ['rejected', 'reject', 'rejected'],
  published: ['published', 'publish', 'published'],
  signed: ['signed', 'sign', 'signed'],
}

/** Regular verbs of the table end in -ed after an -e: advised, shaped, pressured, acquired. */
function formsOf(relation: string): Forms {
  const { label } = relationType(relation)
  return irregular[relation] ?? [label, label.replace(/d$/, ''), label]
}

/** The claim's words under a stance: plain past, "may have", "would". It ends without a stop. */
export const sayClause = (claim: Claim, stance: Stance, case_: Case): string =>
  sayOf(claim, nameIn(claim.from, case_), claim.to === null ? '' : nameIn(claim.to, case_), stance)

/** The same with other words at the ends: several names at once, "it". */
export function sayOf(
  claim: Pick<Claim, 'relation' | 'title' | 'verb'>,
  from: string,
  to: string,
  stance: Stance,
): string {
  const put = (past: string, plain: string, participle: string) =>
    stance === 'planned' ? `would ${plain}` : stance === 'hedged' ? `may have ${participle}` : past

  if (claim.relation === 'other') {
    const verb = claim.verb ? ` (“${claim.verb}”)` : ''
    return to ? `${from} and ${to} are linked${verb}` : `something is said of ${from}${verb}`
  }
  if (claim.relation === 'holds_role') {
    const role = claim.title ? withArticle(claim.title) : 'in a role'
    return `${from} ${put('is', 'be', 'been')} ${role}${to && ` of ${to}`}`
  }
  const verb = put(...formsOf(claim.relation))
  return to ? `${from} ${verb} ${to}` : `${from} ${verb}`.replace(/ (on|with|to|in)$/, '')
}

/** "an official", but "head" and "Foreign Minister": roles that several can have at once. */
const withArticle = (title: string) =>
  /^(official|aide|advis[eo]r|member|spokes\w+|lawyer|lawmaker|senator|analyst|employee|diplomat|officer)s?$/.test(
    title,
  )
    ? `${/^[aeio]/.test(title) ? 'an' : 'a'} ${title}`
    : title

const entitiesOf = once(
  ({ entities }: Case) => new Map(entities.map((entity) => [entity.id, entity])),
)

export const entityOf = (case_: Case, id: string): Entity | undefined => entitiesOf(case_).get(id)

/** The name alone, or the id where the entity is unknown. */
const bareName = (id: string, case_: Case): string => entityOf(case_, id)?.name ?? id

// Names that take the article although they are written with a capital.
const institution =
  /\b(Department|Ministry|House|States|Kingdom|Commission|Council|Committee|Court|Union|Nations|Senate|Kremlin|Pentagon)$/

/** The name as it stands in a sentence. */
export const nameIn = (id: string, case_: Case): string => withThe(bareName(id, case_))

/**
 * "the Miami meeting", "the White House", "the bipartisan group of senators", but "Donald Trump"
 * and "Ukrainian officials".
 */
export function withThe(name: string): string {
  const head = name.split(' of ')[0]!.split(/\s+/).at(-1)!
  const isCommon = /^\p{Ll}/u.test(head) && !head.endsWith('s')
  return (isCommon || institution.test(name)) && !/^the /i.test(name) ? `the ${name}` : name
}
