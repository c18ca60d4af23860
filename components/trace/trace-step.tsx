'use client'
import { clsx } from 'clsx'
import { ChevronsDownUp, ChevronsUpDown, Split } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { stanceTable } from '@/lib/ontology'
import type { LineageStep } from '@/lib/query/lineage'
import { toggle } from '@/lib/view/state'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { useLit } from '../explorer/lit-context'
import { EntityName } from '../panel/entity-name'
import { Quote } from '../panel/quote'
import { SupportDetails } from '../support/support-details'
import { IconButton } from '../ui/icon-button'
import { KindGlyph } from '../ui/kind-glyph'
import { StanceLine } from '../ui/stance-line'
import { StepClaims } from './step-claims'
import { StepTies } from './step-ties'

const phaseWords: Record<LineageStep['phase'], string> = {
  made: 'How it was made',
  influenced: 'What was done to it',
  acted: 'What it did',
  presented: 'Presented',
  published: 'Published',
  backed: 'Backed',
  held: 'Took place',
  revised: 'Revised',
}

type TraceStepProps = {
  step: LineageStep
  number: number
  /** Marked, and brought into view. */
  marked: boolean
  mark(step: string): void
  children?: ReactNode
}

/** One step: when, what in a sentence, the best words for it; the rest folded. */
export function TraceStep({ step, number, marked, mark, children }: TraceStepProps) {
  const { entity, view, standing, lineage } = useExplorer()
  const { step: lit, light } = useLit()
  const item = useRef<HTMLLIElement>(null)
  const isNew = useRef(true)
  useEffect(() => {
    if (marked) item.current?.scrollIntoView({ block: isNew.current ? 'center' : 'nearest' })
    isNew.current = false
  }, [marked])
  const spine = entity(step.spine)
  if (!spine) return null
  const folded = view.folded.includes(step.spine)
  const fallen = standing?.steps.has(step.id)
  return (
    <li
      ref={item}
      aria-current={marked ? 'step' : undefined}
      onPointerEnter={() => light(step.id)}
      onPointerLeave={() => light(undefined)}
      onFocus={() => light(step.id)}
      onBlur={() => light(undefined)}
      className="relative scroll-mt-4 border-l border-line pb-5 pl-5 last:border-transparent last:pb-0"
    >
      <button
        type="button"
        onClick={() => mark(step.id)}
        aria-label={`Show step ${number} in the picture`}
        className={clsx(
          'absolute top-0 -left-[11px] flex size-[22px] items-center justify-center rounded-full text-[11px] font-semibold',
          step.role === 'target'
            ? 'bg-text text-canvas'
            : 'border border-line-strong bg-surface text-text',
          (marked || lit === step.id) && 'outline-2 outline-offset-2 outline-text',
        )}
      >
        {number}
      </button>
      <div
        className={clsx('-mt-1 rounded-md py-1 pl-2', (marked || lit === step.id) && 'bg-hover')}
      >
        <div className="flex items-start gap-1">
          <p className="flex min-w-0 flex-1 items-center gap-1.5 pt-0.5 text-xs text-muted">
            <KindGlyph kind={spine.kind} size={10} />
            <span className="line-clamp-2">
              {phaseWords[step.phase]}
              {step.when && <> · {step.when}</>}
            </span>
          </p>
          <div className="-my-1 flex shrink-0">
            <FoldButton step={step} />
            {children}
          </div>
        </div>
        <h3
          className={clsx(
            'voice-document text-[17px] leading-snug font-semibold',
            fallen && 'line-through decoration-1',
          )}
        >
          <EntityName id={step.spine} />
        </h3>
        {fallen && (
          <p className="text-xs font-medium">× No longer stands without what was switched off.</p>
        )}
        <StepTies step={step} open={mark} />
        {step.untold !== undefined && (
          <p className="mt-1 text-xs text-muted">
            {count(step.untold, 'more relation')} of it {step.untold === 1 ? 'is' : 'are'} left out:
            those told most often are here.
          </p>
        )}
        {!folded && (
          <>
            <p className={clsx('mt-1.5 text-sm', fallen && 'text-muted line-through decoration-1')}>
              {step.sentence}
            </p>
            {step.quote && (
              <div className="mt-2 border-l-2 border-line pl-3">
                <Quote evidence={step.quote.evidence} claim={step.quote.claim} size="small" />
              </div>
            )}
            {step.claims.length > 0 && (
              <>
                <SupportDetails claims={step.claims} className="mt-2">
                  <span className="underline decoration-line underline-offset-2">
                    {count(step.sources, 'independent source')}
                  </span>
                  {lineage?.weakest === step.id && <span>· the weakest step</span>}
                  {step.doubts.map((stance) => (
                    <span key={stance} className="flex items-center gap-1">
                      <StanceLine stance={stance} width={18} />
                      {stanceTable[stance].label}
                    </span>
                  ))}
                </SupportDetails>
                <details className="mt-1.5">
                  <summary className="cursor-pointer list-none rounded text-xs text-muted hover:text-text [&::-webkit-details-marker]:hidden">
                    <span className="underline decoration-line underline-offset-2">
                      {count(step.claims.length, 'relation')} with all quotes
                    </span>
                  </summary>
                  <StepClaims claims={step.claims} />
                </details>
              </>
            )}
          </>
        )}
      </div>
    </li>
  )
}

/** Folds a paper's or event's steps into one; opens what is told in one step into several. */
function FoldButton({ step }: { step: LineageStep }) {
  const { view, change } = useExplorer()
  const folded = view.folded.includes(step.spine)
  const opened = view.opened.includes(step.spine)
  return (
    <>
      {!folded && (step.parts.length > 1 || opened) && (
        <IconButton
          icon={Split}
          label={opened ? 'Tell it in fewer steps' : 'Tell every part as a step'}
          side="left"
          on={opened}
          className="size-7"
          onClick={() => change({ opened: toggle(view.opened, step.spine) })}
        />
      )}
      <IconButton
        icon={folded ? ChevronsUpDown : ChevronsDownUp}
        label={folded ? 'Unfold' : 'Fold into one line'}
        side="left"
        className="size-7"
        aria-expanded={!folded}
        onClick={() =>
          change({
            folded: toggle(view.folded, step.spine),
            opened: view.opened.filter((id) => id !== step.spine),
          })
        }
      />
    </>
  )
}
