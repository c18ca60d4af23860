'use client'
import { useMemo, useState } from 'react'
import { entityKindTable, relationType, relationTypes } from '@/lib/ontology'
import { type Claim, entityKinds, type Stance, stances } from '@/lib/schema'
import { quoteContext } from '@/lib/view/quote-context'
import { stanceWords } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'
import { Button } from '../ui/button'
import { EntityPicker } from '../ui/entity-picker'
import { Field, fieldLook } from './field'
import { NewName } from './new-name'

type Span = { start: number; end: number }
type AddRelationFormProps = { document: string; text: string; selected: Span; close(): void }

const everyone = () => true

/** A relation of one's own: the words selected are its quote, the names in them its two ends. */
export function AddRelationForm({ document, text, selected, close }: AddRelationFormProps) {
  const { decided, decide } = useCase()
  const [span, setSpan] = useState(selected)
  const around = useMemo(() => quoteContext(text, selected), [text, selected])
  const named = useMemo(() => {
    const inside = decided.mentions
      .filter((one) => one.document === document && one.start < span.end && one.end > span.start)
      .sort((a, b) => a.start - b.start)
    return [...new Set(inside.map(({ entity }) => entity))]
  }, [decided, document, span])
  const [from, setFrom] = useState<string | undefined>(named[0])
  const [to, setTo] = useState<string | undefined>(named[1])
  const [relation, setRelation] = useState('met')
  const [title, setTitle] = useState('')
  const [stance, setStance] = useState<Stance>('asserted')
  const [who, setWho] = useState('')
  const [when, setWhen] = useState('')
  const draft: Claim | undefined = from
    ? {
        id: 'draft',
        relation,
        from,
        to: to ?? null,
        ...(relation === 'holds_role' && title.trim() && { title: title.trim() }),
        ...(relation === 'other' && title.trim() && { verb: title.trim() }),
        evidence: [
          {
            document,
            ...span,
            quote: text.slice(span.start, span.end),
            stance,
            attribution: who
              .split(';')
              .map((name) => name.trim())
              .filter(Boolean),
            ...(when.trim() && { when: when.trim() }),
            origin: 'human',
          },
        ],
        review: 'accepted',
      }
    : undefined
  const { symmetric } = relationType(relation)
  const problem = !from
    ? 'Choose who it is about.'
    : symmetric && !to
      ? 'Choose the other name too.'
      : symmetric && from === to
        ? 'This relation cannot be between a name and itself.'
        : undefined
  const keep = () => {
    if (!draft || problem) return
    const id = `h-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
    decide({ kind: 'add', claim: { ...draft, id } }, `Added: ${sayClaim(draft, decided)}`)
    close()
  }
  return (
    <form
      className="grid grid-cols-2 gap-3 phone:grid-cols-1"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <blockquote className="voice-document col-span-full text-[17px] leading-snug">
        “{text.slice(span.start, span.end)}”
      </blockquote>
      {(around.start < selected.start || around.end > selected.end) && (
        <p className="col-span-full -mt-1">
          <Button
            size="small"
            look="outline"
            onClick={() => setSpan(span === selected ? around : selected)}
          >
            {span === selected ? 'Take the sentences around it too' : 'Only what was selected'}
          </Button>
        </p>
      )}
      <Field label="From">
        <EntityPicker
          label="From"
          placeholder="Who"
          value={from}
          choose={setFrom}
          among={everyone}
        />
      </Field>
      <Field label="To">
        <EntityPicker
          label="To"
          placeholder={symmetric ? 'Whom' : 'Whom, or nobody'}
          value={to}
          choose={setTo}
          among={everyone}
        />
      </Field>
      <NewName
        text={text.slice(span.start, span.end)}
        kinds={entityKinds.map((kind) => ({ kind, label: entityKindTable[kind].label }))}
        added={(id) => (from === undefined ? setFrom(id) : setTo(id))}
      />
      <Field label="Relation">
        <select
          aria-label="Relation"
          value={relation}
          onChange={(event) => setRelation(event.target.value)}
          className={`${fieldLook} w-full`}
        >
          {relationTypes.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Stance">
        <select
          aria-label="Stance"
          value={stance}
          onChange={(event) => setStance(event.target.value as Stance)}
          className={`${fieldLook} w-full`}
        >
          {stances.map((one) => (
            <option key={one} value={one}>
              {stanceWords[one]}
            </option>
          ))}
        </select>
      </Field>
      {(relation === 'holds_role' || relation === 'other') && (
        <Field label={relation === 'other' ? 'Verb' : 'Role'}>
          <input
            aria-label={relation === 'other' ? 'Verb' : 'Role'}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
            className={`${fieldLook} w-full`}
          />
        </Field>
      )}
      <Field label="According to (between two, a semicolon)">
        <input
          aria-label="According to"
          value={who}
          placeholder="The report itself"
          maxLength={300}
          onChange={(event) => setWho(event.target.value)}
          className={`${fieldLook} w-full placeholder:text-muted`}
        />
      </Field>
      <Field label="When, in the source’s words">
        <input
          aria-label="When"
          value={when}
          maxLength={200}
          onChange={(event) => setWhen(event.target.value)}
          className={`${fieldLook} w-full`}
        />
      </Field>
      <div className="col-span-full flex items-center justify-between gap-3 pt-1">
        <p aria-live="polite" className="text-sm text-muted">
          {problem ?? (draft && sayClaim(draft, decided))}
        </p>
        <Button look="solid" type="submit" disabled={problem !== undefined}>
          Add it
        </Button>
      </div>
    </form>
  )
}
