'use client'
import { clsx } from 'clsx'
import { withThe } from '@/lib/query/clause'
import type { LineageStep } from '@/lib/query/lineage'
import { describeClaim } from '@/lib/query/sentence'
import type { Entity } from '@/lib/schema'
import { count, listWords } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { canBeTraced } from '../explorer/use-actions'
import { EntityName } from '../panel/entity-name'
import { Quote } from '../panel/quote'
import { EntityPicker } from '../ui/entity-picker'
import { KindGlyph } from '../ui/kind-glyph'

const traceable = (entity: Entity) => canBeTraced(entity.kind)

const phaseWords: Record<LineageStep['phase'], string> = {
  made: 'How it was made',
  presented: 'Presented',
  held: 'Took place',
  revised: 'What became of it',
  published: 'Published',
  backed: 'Backed or rejected',
  influenced: 'Who influenced it',
  acted: 'What it did',
}

/** "How was X shaped?": the steps in order, each with who acted and the quotes it rests on. */
export function TracePanel() {
  const { view, change, lineage, entity } = useExplorer()
  const target = view.trace === undefined ? undefined : entity(view.trace)
  return (
    <div className="px-4 pt-3.5 pb-8">
      <EntityPicker
        label="Paper or event"
        placeholder="A paper or an event"
        value={view.trace}
        choose={(trace) => change({ trace })}
        among={traceable}
      />
      {!lineage || !target ? (
        <p className="mt-5 text-sm text-muted">
          Choose a plan, a letter, a meeting: what fed it, who had a hand in it and what became of
          it, in order.
        </p>
      ) : lineage.steps.length === 0 ? (
        <p className="mt-5 text-sm text-muted">
          No source says what {target.name} came from or what became of it.
        </p>
      ) : (
        <>
          <h2 className="voice-document mt-4 text-[21px] leading-snug font-semibold text-balance">
            How {withThe(target.name)} was shaped
          </h2>
          <p className="mt-1 text-xs text-muted">
            {count(lineage.steps.length, 'step')} from {count(lineage.claims.length, 'claim')}, as
            the sources tell it.
          </p>
          <ol className="mt-4">
            {lineage.steps.map((step, i) => (
              <Step key={step.id} step={step} number={i + 1} />
            ))}
          </ol>
          {lineage.omitted > 0 && (
            <p className="text-xs text-muted">and {lineage.omitted} more further off.</p>
          )}
        </>
      )}
    </div>
  )
}

function Step({ step, number }: { step: LineageStep; number: number }) {
  const { entity, shown, select } = useExplorer()
  const spine = entity(step.spine)
  if (!spine) return null
  const actors = step.actors.filter((id) => id !== step.spine)
  return (
    <li className="relative border-l border-line pb-6 pl-6 last:border-transparent last:pb-0">
      <span
        className={clsx(
          'absolute top-0 -left-[11px] flex size-[22px] items-center justify-center rounded-full text-[11px] font-semibold',
          step.role === 'target' ? 'bg-text text-canvas' : 'border border-line-strong bg-surface',
        )}
      >
        {number}
      </span>
      <p className="flex items-center gap-1.5 text-xs text-muted">
        <KindGlyph kind={spine.kind} size={10} />
        {phaseWords[step.phase]}
        {step.when && <> · {step.when}</>}
      </p>
      <h3 className="voice-document mt-0.5 text-[17px] leading-snug font-semibold">
        <EntityName id={step.spine} />
      </h3>
      {actors.length > 0 && (
        <p className="mt-0.5 text-sm">{listWords(actors.map((id) => entity(id)?.name ?? id))}</p>
      )}
      <ul className="mt-2 space-y-3">
        {step.claims.map((claim) => (
          <li key={claim.id}>
            <details className="group">
              <summary className="-mx-1.5 cursor-pointer list-none rounded px-1.5 py-0.5 text-sm text-muted hover:bg-hover hover:text-text group-open:text-text [&::-webkit-details-marker]:hidden">
                {describeClaim(claim, shown)}
                <span className="ml-1 text-xs whitespace-nowrap text-muted underline decoration-line underline-offset-2 group-open:hidden">
                  {count(claim.evidence.length, 'quote')}
                </span>
              </summary>
              <div className="mt-2 space-y-3 border-l-2 border-line pl-3">
                {claim.evidence.map((piece) => (
                  <Quote
                    key={`${piece.document}-${piece.start}-${piece.attribution.join()}`}
                    evidence={piece}
                    claim={claim.id}
                    size="small"
                  />
                ))}
                <button
                  type="button"
                  onClick={() => select(claim.id)}
                  className="text-xs font-medium underline decoration-line underline-offset-2 hover:decoration-current"
                >
                  Open this relation
                </button>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </li>
  )
}
