'use client'
import { ArrowUpDown, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { relationType, relationTypes } from '@/lib/ontology'
import type { Claim } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'
import { Button } from '../ui/button'
import { EntityPicker } from '../ui/entity-picker'
import { Field, fieldLook, TextField } from './field'

const everyone = () => true

/** Corrects who, what and whom; each change is a decision of its own. */
export function ClaimEditor({ claim }: { claim: Claim }) {
  const { decide, decided } = useCase()
  const edit = (change: Partial<Pick<Claim, 'relation' | 'from' | 'to'>>) =>
    decide(
      { kind: 'edit', claim: claim.id, change },
      `Changed: ${sayClaim({ ...claim, ...change }, decided)}`,
    )
  const write = (field: 'title' | 'verb', value: string) =>
    decide(
      { kind: 'edit', claim: claim.id, change: { [field]: value === '' ? null : value } },
      `Changed: ${sayClaim({ ...claim, [field]: value }, decided)}`,
    )
  const [problem, setProblem] = useState('')
  const choose = (end: 'from' | 'to', id: string | undefined) => {
    const other = end === 'from' ? claim.to : claim.from
    if (id !== undefined && id === other && relationType(claim.relation).symmetric) {
      setProblem('A relation of this kind cannot be between a name and itself.')
      return
    }
    if (end === 'to' && id === undefined && relationType(claim.relation).symmetric) {
      setProblem('A relation of this kind needs two names. Choose another, or remove it.')
      return
    }
    setProblem('')
    if (end === 'from' && id !== undefined && id !== claim.from) edit({ from: id })
    if (end === 'to' && (id ?? null) !== claim.to) edit({ to: id ?? null })
  }
  return (
    <section
      aria-label="Correct the relation"
      className="mt-5 grid grid-cols-[1fr_auto_1fr] items-end gap-3 rounded-lg border border-line bg-surface p-4 phone:grid-cols-1"
    >
      <Field label="From">
        <EntityPicker
          label="From"
          placeholder="Who"
          value={claim.from}
          choose={(id) => choose('from', id)}
          among={everyone}
          required
        />
      </Field>
      <Field label="Relation">
        <span className="flex items-center gap-1">
          <select
            aria-label="Relation"
            value={claim.relation}
            onChange={(event) => edit({ relation: event.target.value })}
            className={`${fieldLook} w-44 phone:w-full`}
          >
            {relationTypes.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          {claim.to && !relationType(claim.relation).symmetric && (
            <Button
              aria-label="Swap the two"
              title="Swap the two"
              onClick={() => edit({ from: claim.to!, to: claim.from })}
            >
              <ArrowUpDown size={15} aria-hidden className="rotate-90" />
            </Button>
          )}
        </span>
      </Field>
      <Field label="To">
        <EntityPicker
          label="To"
          placeholder="Nobody"
          value={claim.to ?? undefined}
          choose={(id) => choose('to', id)}
          among={everyone}
        />
      </Field>
      {claim.relation === 'holds_role' && (
        <Field label="Role" className="col-span-full">
          <TextField
            label="Role"
            value={claim.title ?? ''}
            keep={(value) => write('title', value)}
          />
        </Field>
      )}
      {claim.relation === 'other' && (
        <Field label="Verb" className="col-span-full">
          <TextField label="Verb" value={claim.verb ?? ''} keep={(value) => write('verb', value)} />
        </Field>
      )}
      {problem && (
        <p role="alert" className="col-span-full text-sm font-medium">
          {problem}
        </p>
      )}
      <p className="col-span-full flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
        To change the words quoted, select the right ones in the text below.
        <Button
          size="small"
          onClick={() =>
            decide({ kind: 'remove', claim: claim.id }, `Removed: ${sayClaim(claim, decided)}`)
          }
        >
          <Trash2 size={13} aria-hidden />
          Remove the relation
        </Button>
      </p>
    </section>
  )
}
