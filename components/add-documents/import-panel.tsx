'use client'
import { failedOf, outcomeWords, progressWords } from '@/lib/view/import-words'
import { count } from '@/lib/view/words'
import { Button } from '../ui/button'
import type { Trouble } from './ask-imports'
import type { Importing } from './use-import'

/** An import as it goes on, and what came of it. */
export function ImportPanel({ importing, onClose }: { importing: Importing; onClose: () => void }) {
  const { job, sending, problem, active } = importing
  const failed = job?.troubles.filter(({ state }) => /failed|set aside/.test(state)) ?? []
  const retried = job?.troubles.filter(({ state }) => /waiting|running/.test(state)) ?? []
  const passedOver = job?.troubles.filter(({ state }) => state === 'passed over') ?? []
  const noted = job?.troubles.filter(({ state }) => /taken out|done/.test(state)) ?? []
  const canRetry =
    job?.finishedAt !== undefined &&
    (failed.some((trouble) => trouble.canRetry) || job.counts.cancelled > 0)
  return (
    <div className="py-2">
      {active ? <Running importing={importing} /> : job && <Outcome words={outcomeWords(job)} />}
      {problem && (
        <p role="alert" className="mt-4 rounded-md border border-path px-3.5 py-2.5 text-sm">
          {problem}
        </p>
      )}
      {sending === undefined && retried.length > 0 && (
        <Troubles title={`${count(retried.length, 'document')} to be tried again`} list={retried} />
      )}
      {failed.length > 0 && (
        <Troubles title={`${count(failedOf(job!.counts), 'document')} failed`} list={failed} />
      )}
      {passedOver.length > 0 && <Troubles title="Passed over" list={passedOver} />}
      {noted.length > 0 && <Troubles title="Taken out of the case before" list={noted} />}
      <div className="sticky -bottom-5 -mx-5 mt-5 -mb-5 flex items-center gap-2 border-t border-line bg-surface px-5 py-3">
        {active && (
          <Button look="outline" onClick={() => void importing.cancel()} className="phone:h-11">
            Cancel the import
          </Button>
        )}
        {canRetry && (
          <Button look="outline" onClick={() => void importing.retry()} className="phone:h-11">
            Try again
          </Button>
        )}
        {!active && (
          <Button onClick={importing.dismiss} className="phone:h-11">
            Add more
          </Button>
        )}
        <Button
          look="solid"
          onClick={() => {
            if (!active) importing.dismiss()
            onClose()
          }}
          className="ml-auto phone:h-11"
        >
          {active ? 'Go on in the background' : 'Close'}
        </Button>
      </div>
    </div>
  )
}

function Running({ importing: { job, sending, held } }: { importing: Importing }) {
  const read = job ? job.total - job.counts.waiting - job.counts.running : 0
  const total = Math.max(job?.total ?? 0, sending?.of ?? 0)
  // What it did a while ago says nothing of now.
  const pace = held !== undefined && { rate: 0, secondsLeft: undefined }
  return (
    <>
      <p className="text-sm tabular-nums" role="status">
        {job && job.total > 0 ? progressWords({ ...job, total, ...pace }) : 'Handing in …'}
      </p>
      <progress
        value={total > 0 ? read : undefined}
        max={Math.max(1, total)}
        aria-label="Read so far"
        className="mt-2 block h-1.5 w-full overflow-hidden rounded-full [&::-moz-progress-bar]:bg-text [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-text"
      />
      <p className="mt-3 text-sm text-muted">
        {held !== undefined && <span className="font-medium text-text">{held} </span>}
        {sending
          ? `${sending.sent.toLocaleString('en')} of ${sending.of.toLocaleString('en')} handed in. Keep this page open until all are; what is handed in is safe.`
          : 'All of them are safe here: you may close this page, even stop the program. It goes on when it is started again.'}
      </p>
    </>
  )
}

const Outcome = ({ words }: { words: string[] }) => (
  <div role="status" className="text-sm">
    {words.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </div>
)

function Troubles({ title, list }: { title: string; list: Trouble[] }) {
  return (
    <section className="mt-4 rounded-md border border-line bg-sunken px-3.5 py-2.5 text-sm">
      <h3 className="font-semibold">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys */}
      <ul tabIndex={0} aria-label={title} className="mt-1 max-h-56 space-y-1.5 overflow-y-auto">
        {list.map(({ name, reason, tries, state }) => (
          <li key={name + reason} className="break-words">
            {reason.includes(name) ? reason : `${name}: ${reason}`}
            {state === 'set aside' && (
              <span className="text-muted"> Set aside after {tries} tries.</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
