'use client'
import { Quote, Trash2, X } from 'lucide-react'
import { type Claim, type Evidence, type Stance, stances } from '@/lib/schema'
import { stanceWords } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'
import { Button } from '../ui/button'
import { EntityPicker } from '../ui/entity-picker'
import { Field, fieldLook, TextField } from './field'

export type Span = { start: number; end: number }

type EvidenceEditorProps = {
  claim: Claim
  evidence: Evidence
  /** Words of the same report that were selected to be the quote. */
  selected?: Span
  clear(): void
}

const everyone = () => true

/** Corrects how a source says it; each change is a decision of its own. */
export function EvidenceEditor({ claim, evidence, selected, clear }: EvidenceEditorProps) {
  const { decide, decided, entity } = useCase()
  const { document, start, end } = evidence
  const words = sayClaim(claim, decided)
  type Change = Partial<Span> & {
    stance?: Stance
    attribution?: string[]
    deniedBy?: string[]
    when?: string | null
    where?: string | null
  }
  const edit = (change: Change, said: string) =>
    decide({ kind: 'edit', claim: claim.id, evidence: { document, start, end }, change }, said)
  const text = decided.documents.find(({ id }) => id === document)?.text ?? ''
  const deniers = evidence.deniedBy ?? []
  return (
    <section
      aria-label="Correct the quote"
      className="mt-4 grid grid-cols-2 gap-3 rounded-lg border border-line bg-surface p-4 phone:grid-cols-1"
    >
      {selected && (
        <div className="col-span-full rounded-md bg-sunken px-3 py-2.5">
          <p className="voice-document line-clamp-4 text-[15px]">
            “{text.slice(selected.start, selected.end)}”
          </p>
          <div className="mt-2 flex gap-1.5">
            <Button
              look="solid"
              size="small"
              onClick={() => {
                edit({ ...selected }, `Changed the words quoted: ${words}`)
                clear()
              }}
            >
              <Quote size={13} aria-hidden />
              Make this the quote
            </Button>
            <Button size="small" onClick={clear}>
              Leave it
            </Button>
          </div>
        </div>
      )}
      <Field label="Stance">
        <select
          aria-label="Stance"
          value={evidence.stance}
          onChange={(event) => {
            const stance = event.target.value as Stance
            edit({ stance }, `${stanceWords[stance]}: ${words}`)
          }}
          className={`${fieldLook} w-full`}
        >
          {stances.map((stance) => (
            <option key={stance} value={stance}>
              {stanceWords[stance]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="According to (the outermost first; between two, a semicolon)">
        <TextField
          label="According to"
          placeholder="The report itself"
          value={evidence.attribution.join('; ')}
          keep={(value) => {
            const attribution = value
              .split(';')
              .map((name) => name.trim())
              .filter(Boolean)
            edit(
              { attribution },
              attribution.length > 0
                ? `According to ${attribution.join(', according to ')}: ${words}`
                : `In the report’s own words: ${words}`,
            )
          }}
        />
      </Field>
      <Field label="When, in the source’s words">
        <TextField
          label="When"
          value={evidence.when ?? ''}
          keep={(when) => edit({ when: when || null }, `When: ${when || 'not said'}`)}
        />
      </Field>
      <Field label="Where">
        <TextField
          label="Where"
          value={evidence.where ?? ''}
          keep={(where) => edit({ where: where || null }, `Where: ${where || 'not said'}`)}
        />
      </Field>
      <Field label="Denied by" className="col-span-full">
        <div className="flex flex-wrap items-center gap-2">
          {deniers.map((id) => (
            <span
              key={id}
              className="inline-flex h-9 items-center gap-1 rounded-md border border-line pr-1 pl-2.5 text-sm"
            >
              {entity(id)?.name ?? id}
              <button
                type="button"
                aria-label={`${entity(id)?.name ?? id} does not deny it`}
                className="flex size-6 items-center justify-center rounded text-muted hover:bg-hover"
                onClick={() =>
                  edit(
                    { deniedBy: deniers.filter((other) => other !== id) },
                    `Not denied by ${entity(id)?.name ?? id}`,
                  )
                }
              >
                <X size={13} aria-hidden />
              </button>
            </span>
          ))}
          <div className="min-w-52 flex-1">
            <EntityPicker
              label="Denied by"
              placeholder="Add a name"
              among={everyone}
              choose={(id) => {
                if (id === undefined || deniers.includes(id)) return
                edit({ deniedBy: [...deniers, id] }, `Denied by ${entity(id)?.name ?? id}`)
              }}
            />
          </div>
        </div>
      </Field>
      {claim.evidence.length > 1 && (
        <p className="col-span-full text-right">
          <Button
            size="small"
            onClick={() =>
              decide(
                { kind: 'remove', claim: claim.id, evidence: { document, start, end } },
                `Took a quote away from: ${words}`,
              )
            }
          >
            <Trash2 size={13} aria-hidden />
            Take this quote away
          </Button>
        </p>
      )}
    </section>
  )
}
