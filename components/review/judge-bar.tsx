'use client'
import { clsx } from 'clsx'
import { Check, CircleHelp, X } from 'lucide-react'
import type { Claim } from '@/lib/schema'
import { useJudge, type Verdict } from './use-judge'

const choices = [
  { verdict: 'accepted', label: 'Accept', key: 'Y', icon: Check },
  { verdict: 'rejected', label: 'Reject', key: 'N', icon: X },
  { verdict: 'unsure', label: 'Unsure', key: 'H', icon: CircleHelp },
] as const

type JudgeBarProps = {
  claim: Claim
  size?: 'small' | 'large'
  /** Judges in another way than by a decision alone. */
  onJudge?(verdict: Verdict): void
}

/** Accept, reject, unsure: what it stands at is pressed in. */
export function JudgeBar({ claim, size = 'small', onJudge }: JudgeBarProps) {
  const { judge, verdictOf } = useJudge()
  const verdict = verdictOf(claim.id)
  const large = size === 'large'
  return (
    <fieldset className="flex gap-1.5">
      <legend className="sr-only">Is it what the source says?</legend>
      {choices.map(({ verdict: choice, label, key, icon: Icon }) => (
        <button
          key={choice}
          type="button"
          aria-pressed={verdict === choice}
          aria-keyshortcuts={large ? key : undefined}
          onClick={() => (onJudge ? onJudge(choice) : judge(claim, choice))}
          className={clsx(
            'inline-flex items-center justify-center gap-1.5 rounded-md border font-medium transition-colors',
            large ? 'h-11 flex-1 px-3.5 text-[15px] phone:h-12' : 'h-7 px-2 text-xs phone:h-10',
            verdict === choice
              ? 'border-text bg-text text-canvas'
              : 'border-line bg-surface hover:border-line-strong hover:bg-sunken',
          )}
        >
          <Icon size={large ? 17 : 13} aria-hidden />
          {label}
          {large && (
            <kbd className="ml-1 rounded border border-current/30 px-1 font-sans text-[11px] opacity-70 phone:hidden">
              {key}
            </kbd>
          )}
        </button>
      ))}
    </fieldset>
  )
}
