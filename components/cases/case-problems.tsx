'use client'
import { Button } from '../ui/button'
import { DialogCard } from '../ui/dialog-card'
import type { Outcome } from './send-case'

type CaseProblemsProps = {
  outcome?: Outcome
  close(): void
  retry(file: File, keep: 'both' | 'replace'): void
  /** Takes the file as a report instead. */
  addInstead?(file: File): void
}

/** Why a file was not opened: every problem with its place, its value and the remedy. */
export function CaseProblems({ outcome, close, retry, addInstead }: CaseProblemsProps) {
  const onOpenChange = (open: boolean) => !open && close()
  if (outcome?.state === 'conflict')
    return (
      <DialogCard
        open
        onOpenChange={onOpenChange}
        title="This case is here already"
        description={outcome.message}
        className="w-[28rem]"
      >
        <div className="flex justify-end gap-2 pt-2">
          <Button onClick={close}>Cancel</Button>
          <Button look="outline" onClick={() => retry(outcome.file, 'replace')}>
            Replace it
          </Button>
          <Button look="solid" onClick={() => retry(outcome.file, 'both')}>
            Keep both
          </Button>
        </div>
      </DialogCard>
    )
  if (outcome?.state !== 'failed') return null
  const { file, message, problems } = outcome
  return (
    <DialogCard
      open
      onOpenChange={onOpenChange}
      title={`${file.name} was not opened`}
      description={
        problems.length > 0
          ? `${problems.length === 1 ? 'One thing is' : `${problems.length} things are`} wrong with it. Nothing here was changed.`
          : message
      }
      className="w-[38rem]"
    >
      <ol className="divide-y divide-line">
        {problems.map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={i} className="py-2.5 text-sm first:pt-0">
            <p>
              {problem.path && (
                <code className="mr-2 rounded bg-sunken px-1 py-0.5 text-xs">{problem.path}</code>
              )}
              {problem.message}
            </p>
            {problem.value !== undefined && (
              <p className="mt-0.5 text-xs break-words text-muted">
                Found: <code>{problem.value}</code>
              </p>
            )}
            <p className="mt-0.5 text-xs text-muted">{problem.remedy}</p>
          </li>
        ))}
      </ol>
      <div className="flex justify-end gap-2 pt-3">
        {addInstead && (
          <Button look="outline" onClick={() => addInstead(file)}>
            Add it as a document instead
          </Button>
        )}
        <Button look="solid" onClick={close}>
          Close
        </Button>
      </div>
    </DialogCard>
  )
}
