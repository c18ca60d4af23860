'use client'
import { Split, Undo2 } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { listMerges } from '@/lib/decisions/judgements'
import { revert } from '@/lib/decisions/undo'
import type { Entity, Mention } from '@/lib/schema'
import { count } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { makeRegister, sayClaim, sayDecision } from '../history/say-decision'
import { Button } from '../ui/button'
import { MentionLine } from './mention-line'
import { NameField } from './name-field'

const placeOf = ({ document, start, end }: Mention) => JSON.stringify({ document, start, end })

/** Part of an entity is someone else: the mentions and relations that are theirs are ticked. */
export function SplitForm({ entity, close }: { entity: Entity; close(): void }) {
  const { decided, extracted, log, decide } = useCase()
  const mentions = useMemo(
    () => decided.mentions.filter((mention) => mention.entity === entity.id),
    [decided, entity.id],
  )
  const claims = decided.claims.filter(({ from, to }) => from === entity.id || to === entity.id)
  const merges = listMerges(log, entity.id)
  const register = makeRegister(decided, extracted)
  const [name, setName] = useState('')
  const [places, setPlaces] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const words = name.trim()
  const able = words !== '' && places.size + chosen.size > 0
  const split = () => {
    const taken = mentions.filter((mention) => places.has(placeOf(mention)))
    const spellings = [...new Set(taken.map(({ text }) => text))].filter((text) => text !== words)
    decide(
      {
        kind: 'split',
        entity: entity.id,
        part: { id: freshId(), kind: entity.kind, name: words, aliases: spellings },
        mentions: taken.map(({ document, start, end }) => ({ document, start, end })),
        claims: [...chosen],
      },
      `Split ${words} off ${entity.name}`,
    )
    close()
  }
  return (
    <div>
      {merges.map((decision) => (
        <p
          key={decision.id}
          className="mb-3 flex items-center justify-between gap-3 rounded-md bg-sunken px-3 py-2 text-sm"
        >
          {sayDecision(decision, register, log)}
          <Button
            look="outline"
            size="small"
            onClick={() => {
              decide(revert(decision.id), `Took back: ${sayDecision(decision, register, log)}`)
              close()
            }}
          >
            <Undo2 size={13} aria-hidden />
            Take the merge back
          </Button>
        </p>
      ))}
      <NameField
        label="Name of the other"
        value={name}
        aliases={entity.aliases}
        onChange={setName}
        onAlias={(alias) =>
          setPlaces(new Set(mentions.filter(({ text }) => text === alias).map(placeOf)))
        }
      />
      <div className="mt-5 grid grid-cols-2 gap-8 phone:grid-cols-1">
        <Checklist
          title={`${count(mentions.length, 'mention')}: which are the other’s?`}
          rows={mentions.map((mention) => ({
            id: placeOf(mention),
            words: <MentionLine mention={mention} />,
          }))}
          ticked={places}
          onChange={setPlaces}
        />
        <Checklist
          title={`${count(claims.length, 'relation')}: which are the other’s?`}
          rows={claims.map((claim) => ({ id: claim.id, words: sayClaim(claim, decided) }))}
          ticked={chosen}
          onChange={setChosen}
        />
      </div>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button look="solid" disabled={!able} onClick={split}>
          <Split size={14} aria-hidden />
          Split it off
        </Button>
      </div>
    </div>
  )
}

type ChecklistProps = {
  title: string
  rows: { id: string; words: ReactNode }[]
  ticked: ReadonlySet<string>
  onChange(ticked: ReadonlySet<string>): void
}

const Checklist = ({ title, rows, ticked, onChange }: ChecklistProps) => (
  <fieldset>
    <legend className="mb-1.5 text-sm font-semibold">{title}</legend>
    <div className="max-h-72 space-y-2 overflow-y-auto pr-2">
      {rows.map(({ id, words }) => (
        <label key={id} className="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            className="mt-1"
            checked={ticked.has(id)}
            onChange={() => onChange(toggle(ticked, id))}
          />
          {words}
        </label>
      ))}
    </div>
  </fieldset>
)

function toggle(set: ReadonlySet<string>, one: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}

const freshId = () => `e-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
